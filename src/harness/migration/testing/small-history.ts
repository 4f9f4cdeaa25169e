import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm'
import { open } from '../../target/open.ts'
import type { OpenTarget } from '../../target/open-target.ts'
import { temporaryFolder } from '../../target/testing/temporary-folder.ts'
import { openWorkspace } from '../../target/workspace.ts'

export type TransactionMode = 'all' | 'each' | 'none'
type MigrationClass = new () => MigrationInterface

/** A migration that sends these statements. @param place in the order, below ten */
export function migrationOf(
  name: string,
  place: number,
  up: readonly string[],
  down: readonly string[] = [],
): MigrationClass {
  const send = async (runner: QueryRunner, statements: readonly string[]) => {
    for (const statement of statements) await runner.query(statement)
  }
  return class implements MigrationInterface {
    readonly name = `${name}176600000000${place}`
    up = (runner: QueryRunner) => send(runner, up)
    down = (runner: QueryRunner) => send(runner, down)
  }
}

/** Three tables, one after the other, with some bytes in the second. */
export const THREE: readonly MigrationClass[] = [
  migrationOf('First', 1, ['CREATE TABLE one (a)'], ['DROP TABLE one']),
  migrationOf(
    'Second',
    2,
    ['CREATE TABLE two (a)', 'INSERT INTO two VALUES (zeroblob(100000))', 'INSERT INTO two VALUES (1)'],
    ['DROP TABLE two'],
  ),
  migrationOf('Third', 3, ['CREATE TABLE three (a)'], ['DROP TABLE three']),
]

export interface SmallHistory extends AsyncDisposable {
  readonly target: OpenTarget
  /** What the file holds, by a connection of its own: its tables, and what is recorded, in order. */
  look(): { readonly tables: readonly string[]; readonly recorded: readonly string[] }
  /** Changes the file behind TypeORM's back. */
  tamper(sql: string): void
}

/** An empty target with these migrations. */
export async function smallHistory(
  migrations: readonly MigrationClass[] = THREE,
  migrationsTransactionMode: TransactionMode = 'each',
): Promise<SmallHistory> {
  const folder = await temporaryFolder()
  const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: join(folder.path, 'never-opened.db'),
    migrations: [...migrations],
    migrationsTransactionMode,
  })
  const target = await open({ workspace, dataSource, label: 'small' })
  const names = (sql: string) => {
    using database = opened(target.location)
    return database.file.prepare<[], string>(sql).pluck().all()
  }
  return {
    target,
    look: () => {
      const tables = names(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
      )
      const recorded = tables.includes('migrations') ? names('SELECT name FROM migrations ORDER BY id') : []
      return {
        tables: tables.filter((table) => table !== 'migrations'),
        recorded: recorded.map((name) => name.replace(/\d{13}$/, '')),
      }
    },
    tamper: (sql) => {
      using database = opened(target.location)
      database.file.exec(sql)
    },
    async [Symbol.asyncDispose]() {
      await folder[Symbol.asyncDispose]()
    },
  }
}

function opened(location: string): { readonly file: Database.Database } & Disposable {
  const file = new Database(location)
  return { file, [Symbol.dispose]: () => file.close() }
}
