import { open, readFile, rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { lives } from './lives.ts'

/** What the name of a lock ends with. */
export const LOCK = '.building'

/** How often a waiting process looks whether the other one is done. Milliseconds. */
const INTERVAL = 50

/**
 * Takes the right to build a file, or waits until whoever has it is done with it or dead. The right is a file beside it
 * that holds the process's number.
 * @returns a disposable that gives the right back
 */
export async function buildLock(location: string): Promise<AsyncDisposable> {
  const file = location + LOCK
  while (!(await taken(file))) {
    if (!(await dropAbandoned(file))) await setTimeout(INTERVAL)
  }
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) }
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

/** Removes a lock whose owner was killed while building. A file without a number belongs to somebody who is about to write it. */
export async function dropAbandoned(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const dead = /^\d+$/.test(text) && !lives(Number(text))
  if (dead) await rm(file, { force: true })
  return dead
}
