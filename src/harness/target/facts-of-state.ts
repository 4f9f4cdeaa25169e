import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'

/** Plain, serialisable facts about a finished state. A state never changes, and neither do they. */
export type Facts = Readonly<Record<string, unknown>>

/** Facts kept beside a state, or undefined when nobody has found them out yet. */
export async function readFacts<T>(state: string, name: string): Promise<T | undefined> {
  const text = await readFile(factsFile(state, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : JSON.parse(text)
}

/** Keeps facts beside a state, whole or not at all. */
export async function writeFacts(state: string, name: string, facts: unknown): Promise<void> {
  const file = factsFile(state, name)
  const unfinished = `${file}.${randomUUID().slice(0, 8)}`
  await writeFile(unfinished, JSON.stringify(facts))
  await rename(unfinished, file)
}

function factsFile(state: string, name: string): string {
  return state.replace(/\.db$/, `.${name}.json`)
}
