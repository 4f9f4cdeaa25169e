import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { makeDatabase } from '../../schema/testing/open-postgres.ts'
import { openSchema } from '../../schema/testing/open-schema.ts'
import type { EngineName } from './engines.ts'

/** A database of a test's own, which goes when it is disposed of. */
export interface TemporarySchema extends AsyncDisposable {
  readonly db: DataSource
}

/** An empty database, with the schema's migrations not run yet. */
export async function temporarySchema(engine: EngineName = 'SQLite'): Promise<TemporarySchema> {
  if (engine === 'PostgreSQL') return onServer()
  const directory = await mkdtemp(join(tmpdir(), 'pipeline-'))
  const db = await openSchema(join(directory, 'clan.db'))
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await rm(directory, { recursive: true })
    },
  }
}

async function onServer(): Promise<TemporarySchema> {
  const database = await makeDatabase()
  const db = await openSchema(database.url)
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await database[Symbol.asyncDispose]()
    },
  }
}
