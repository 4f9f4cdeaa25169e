import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DataSource, type EntitySchema } from 'typeorm'
import { leases } from '../target/leases.ts'
import type { OpenTarget } from '../target/open-target.ts'

/** A target over a new file that holds what the statements make; closed and gone when it is disposed of. */
export function temporaryTarget(sql: string, entities: readonly EntitySchema[] = []): OpenTarget {
  const folder = mkdtempSync(join(tmpdir(), 'observation-'))
  const location = join(folder, 'target.db')
  change(location, sql)
  return {
    engine: 'sqlite',
    location,
    address: { engine: 'sqlite', file: location },
    lease: leases(location),
    dataSource: () => new DataSource({ type: 'better-sqlite3', database: location, entities: [...entities] }),
    keep: () => location,
    async [Symbol.asyncDispose]() {
      rmSync(folder, { recursive: true })
    },
  }
}

/** Changes the file behind a target by another connection, which is closed before anything is observed. */
export function change(location: string, sql: string): void {
  const database = new Database(location)
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

/** What a promise is rejected with, as text. */
export async function rejection(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  )
}
