import { open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { lives } from './lives.ts'

/** What the name of a lock ends with. */
export const LOCK = '.building'

/** How often a waiting process looks whether the other one is done. Milliseconds. */
const INTERVAL = 50

/** How often the owner shows that it is at work. Milliseconds. */
const HEARTBEAT = 5_000

/** An owner that has not shown itself for so long is taken for dead. Building blocks its process for some seconds. */
const SILENCE = 120_000

/**
 * Takes the right to build a file, or waits until whoever has it is done with it or dead. The right is a file beside it
 * that holds the process's number. A number alone does not prove that its owner lives: another process can have it by
 * now, in a container even the same one. So the owner touches the file from time to time. Should two build at once
 * after all, the second result replaces the first, its equal.
 * @returns a disposable that gives the right back
 */
export async function buildLock(location: string): Promise<AsyncDisposable> {
  const file = location + LOCK
  while (!(await taken(file))) {
    if (!(await dropAbandoned(file))) await setTimeout(INTERVAL)
  }
  const heartbeat = setInterval(() => void touch(file), HEARTBEAT).unref()
  return {
    [Symbol.asyncDispose]() {
      clearInterval(heartbeat)
      return rm(file, { force: true })
    },
  }
}

async function taken(file: string): Promise<boolean> {
  try {
    const lock = await open(file, 'wx')
    await lock.writeFile(String(process.pid))
    await lock.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** A lock that somebody took over from us has gone; then there is nothing to show any more. */
async function touch(file: string): Promise<void> {
  const now = new Date()
  await utimes(file, now, now).catch(() => {})
}

/** Removes a lock whose owner was killed while building. A file without a number has an owner that is about to write it. */
export async function dropAbandoned(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const dead = /^\d+$/.test(text) && !lives(Number(text))
  if (!dead && !(await silent(file))) return false
  await rm(file, { force: true })
  return true
}

async function silent(file: string): Promise<boolean> {
  return stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > SILENCE,
    () => false,
  )
}
