import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** A process that is about to do something. */
export interface Victim {
  /**
   * Lets it go, and kills it so many milliseconds after its start, after it says that it is late, or after a name
   * appears by which it is nearly done. Tells whether it was done by then.
   */
  kill(after: number, since: 'start' | 'late' | 'near', near: Near): Promise<'killed' | 'done'>
  /** Lets it go and waits until it is done. */
  finish(): Promise<Durations>
}

export interface Near {
  readonly folder: string
  /** Of a name. */
  readonly ending: string
}

/** Milliseconds. */
export interface Durations {
  readonly whole: number
  /** From when it said that it is late. */
  readonly end: number
}

const SCRIPT = new URL('./victim.ts', import.meta.url).pathname
/** @param request of `createBackup` or `restoreBackup` */
export function startVictim(work: 'create' | 'restore', request: object): Victim {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, JSON.stringify({ work, request })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const ready = saying(child, 'ready')
  const late = saying(child, 'late')
  const done = saying(child, 'done')
  const go = async () => {
    await Promise.race([ready, exited.then(() => Promise.reject(new Error('it ended before it began')))])
    child.stdin.write('go\n')
  }
  return {
    async kill(after, since, near) {
      using named = watching(near)
      await go()
      if (since === 'late') await Promise.race([late, exited])
      if (since === 'near') await Promise.race([named.seen, exited])
      await Promise.race([setTimeout(after), exited])
      child.kill('SIGKILL')
      const [code] = await exited
      if (code !== null && code !== 0) throw new Error(`it ended by itself with ${code}`)
      return code === 0 ? 'done' : 'killed'
    },
    async finish() {
      await go()
      const started = performance.now()
      await Promise.race([late, exited])
      const lateAt = performance.now()
      await Promise.race([done, exited])
      const doneAt = performance.now()
      const [code] = await exited
      if (code !== 0) throw new Error(`it ended with ${code}`)
      return { whole: doneAt - started, end: doneAt - lateAt }
    },
  }
}

function watching({ folder, ending }: Near): Disposable & { readonly seen: Promise<void> } {
  const watcher = watch(folder)
  const seen = new Promise<void>((resolve) => {
    watcher.on('change', (_event, name) => {
      if (String(name).endsWith(ending)) resolve()
    })
  })
  return { seen, [Symbol.dispose]: () => watcher.close() }
}

function saying(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve) => {
    let said = ''
    child.stdout?.on('data', (text) => {
      said += text
      if (said.includes(`${word}\n`)) resolve()
    })
  })
}
