import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { openSchema } from '../../schema/testing/open-schema.ts'

/** A database in a folder of its own, which goes with it. */
export interface TemporarySchema extends AsyncDisposable {
  readonly db: DataSource
}

/** An empty database, with the schema's migrations not run yet. */
export async function temporarySchema(): Promise<TemporarySchema> {
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
