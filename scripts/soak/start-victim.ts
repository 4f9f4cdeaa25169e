import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** A process that is about to do something. */
export interface Victim {
  /** It has started up, and waits. */
  readonly ready: Promise<void>
  /**
   * Lets it go, and kills it so many milliseconds after its start, after it says that it is late, or after a name
   * appears by which it is nearly done. Tells whether it was done by then.
   */
  kill(after: number, since: 'start' | 'late' | 'near', names: LastNames): Promise<'killed' | 'done'>
  /** Lets it go and waits until it is done. */
  finish(names: LastNames): Promise<Durations>
}

/** What gets a name when the work is nearly done, and what gets its name last of all. */
export interface LastNames {
  readonly near: Named
  readonly last: Named
}

export interface Named {
  /** One that is there. */
  readonly folder: string
  /** Of the name. */
  readonly ending: string
}

/** Milliseconds. */
export interface Durations {
  readonly whole: number
  /** From when it said that it is late. */
  readonly end: number
  /** From the first of the last names to the last one. */
  readonly names: number
}

/** Milliseconds. */
const SOON = 100
const SCRIPT = new URL('./victim.ts', import.meta.url).pathname
/** @param request of `createBackup` or `restoreBackup` */
export function startVictim(work: 'create' | 'restore', request: object): Victim {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, JSON.stringify({ work, request })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const ended = exited.then(() => Promise.reject(new Error('it ended before it began')))
  const ready = Promise.race([saying(child, 'ready'), ended])
  const late = saying(child, 'late')
  const done = saying(child, 'done')
  const go = async () => {
    await ready
    child.stdin.write('go\n')
  }
  // Whoever waits for it hears of it.
  ready.catch(() => {})
  return {
    ready,
    async kill(after, since, names) {
      using named = watching(names.near)
      await go()
      if (since === 'late') await Promise.race([late, exited])
      if (since === 'near') await Promise.race([named.seen, exited])
      await Promise.race([setTimeout(after), exited])
      child.kill('SIGKILL')
      const [code] = await exited
      if (code !== null && code !== 0) throw new Error(`it ended by itself with ${code}`)
      return code === 0 ? 'done' : 'killed'
    },
    async finish({ near, last }) {
      await go()
      const started = performance.now()
      await Promise.race([late, exited])
      const lateAt = performance.now()
      using first = watching(near)
      using named = watching(last)
      await Promise.race([done, exited])
      const doneAt = performance.now()
      const [code] = await exited
      if (code !== 0) throw new Error(`it ended with ${code}`)
      // The system tells of names a moment later.
      const otherwise = setTimeout(SOON, doneAt)
      const [from, to] = [Promise.race([first.seen, otherwise]), Promise.race([named.seen, otherwise])]
      return { whole: doneAt - started, end: doneAt - lateAt, names: Math.max(0, (await to) - (await from)) }
    },
  }
}

/** When a name that ends so appears. */
function watching({ folder, ending }: Named): Disposable & { readonly seen: Promise<number> } {
  const watcher = watch(folder)
  const seen = new Promise<number>((resolve) => {
    watcher.on('change', (event, name) => {
      if (event === 'rename' && String(name).endsWith(ending)) resolve(performance.now())
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
