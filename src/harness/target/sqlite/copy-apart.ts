import { type ChildProcess, spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { OnPart } from './on-part.ts'

/** Milliseconds. */
const BETWEEN_LOOKS = 50

/** Shares blocks where the file system can. Ends at once when nobody waits for it any more. */
const SCRIPT = `
  const { copyFile, constants } = require('node:fs')
  const [from, to] = process.argv.slice(1)
  process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL')).resume()
  process.stdout.on('error', () => {})
  copyFile(from, to, constants.COPYFILE_FICLONE, (error) => {
    if (error) process.stdout.write(JSON.stringify({ code: error.code, message: error.message }))
    process.stdin.destroy()
  })`

/**
 * Copies a file that nobody writes, as fast as the system can, in a process of its own: one that closes a file gives
 * up all its locks on it, and the lock that keeps writers away is ours. It can be ended at any moment, too.
 * @throws Error with the system's code; what `onPart` throws
 */
export async function copyApart(from: string, to: string, onPart: OnPart): Promise<void> {
  const { size } = await stat(from)
  onPart(0, size)
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env
  const child = spawn(process.execPath, ['-e', SCRIPT, from, to], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = end(child)
  try {
    while (await Promise.race([ended, pause(BETWEEN_LOOKS, true, { ref: false })])) {
      // What it cannot finish it removes, and says why a moment later.
      const copied = await stat(to).catch(() => undefined)
      if (copied) onPart(Math.min(copied.size, size), size)
    }
  } finally {
    child.kill('SIGKILL')
    await ended.catch(() => {})
  }
  onPart(size, size)
}

/** Resolves to false, for "goes on", when it has done its work. */
function end(child: ChildProcess): Promise<false> {
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = new Promise<false>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => {
      if (code === 0 && said === '') resolve(false)
      else reject(failure(said, `the process that copies ended with ${signal ?? code}`))
    })
  })
  // Whoever breaks it off does not wait for it.
  ended.catch(() => {})
  return ended
}

function failure(said: string, otherwise: string): Error {
  if (said === '') return new Error(otherwise)
  const { code, message } = JSON.parse(said) as { readonly code: string; readonly message: string }
  return Object.assign(new Error(message), { code })
}
