import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { KnownHistory } from '../harness/measurement/known-history.ts'
import type { KnownMigration } from '../harness/measurement/record-faults.ts'
import type { Catalog } from '../harness/vocabulary/catalog.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'

const BASELINES = resolve(import.meta.dirname, '../../fixtures/baselines')

/** What real databases of an engine are recognised by. A migration that nobody has accepted a baseline of has none. */
export async function knownHistory(
  engine: Engine,
  history: readonly KnownMigration[],
): Promise<KnownHistory> {
  const baselines = new Map<string, Catalog>()
  for (const { name } of history) {
    const text = await readText(resolve(BASELINES, engine, `${name}.json`))
    if (text !== undefined) baselines.set(name, JSON.parse(text))
  }
  const revisions: Readonly<Record<string, string>> = JSON.parse(
    (await readText(resolve(BASELINES, 'revisions.json'))) ?? '{}',
  )
  return { history, baselines, revisions }
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
