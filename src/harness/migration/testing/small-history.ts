import { createHash } from 'node:crypto'
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm'
import type { Address } from '../../target/address.ts'
import { openStore } from '../../target/open-store.ts'
import type { OpenTarget } from '../../target/open-target.ts'
import { temporaryFolder } from '../../target/testing/temporary-folder.ts'
import type { Engine } from '../../vocabulary/engine.ts'
import { directQuery } from './direct-query.ts'

export type TransactionMode = 'all' | 'each' | 'none'
export type MigrationClass = new () => MigrationInterface

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

/** A statement with a hundred kilobytes that cannot be compressed. */
export const LARGE_INSERT = `INSERT INTO two VALUES ('${Array.from({ length: 1_600 }, (_, index) =>
  createHash('sha256').update(String(index)).digest('hex'),
).join('')}')`

/** Three tables, one after the other, with some bytes in the second. On every engine. */
export const THREE: readonly MigrationClass[] = [
  migrationOf('First', 1, ['CREATE TABLE one (a text)'], ['DROP TABLE one']),
  migrationOf(
    'Second',
    2,
    ['CREATE TABLE two (a text)', LARGE_INSERT, `INSERT INTO two VALUES ('1')`],
    ['DROP TABLE two'],
  ),
  migrationOf('Third', 3, ['CREATE TABLE three (a text)'], ['DROP TABLE three']),
]

export interface SmallHistory extends AsyncDisposable {
  readonly target: OpenTarget
  /** What the database holds, by a connection of its own: its tables, and what is recorded, in order. */
  look(): Promise<{ readonly tables: readonly string[]; readonly recorded: readonly string[] }>
  /** Changes the database behind TypeORM's back. */
  tamper(sql: string): Promise<void>
}

/** An empty target with these migrations. PostgreSQL's is on the server that `STAGEGATE_POSTGRES_URL` names. */
export async function smallHistory(
  migrations: readonly MigrationClass[] = THREE,
  migrationsTransactionMode: TransactionMode = 'each',
  engine: Engine = 'sqlite',
): Promise<SmallHistory> {
  const folder = await temporaryFolder()
  const store = await openStore(engine, { ...process.env, STAGEGATE_CACHE: folder.path })
  const template = new DataSource({
    type: 'better-sqlite3',
    database: 'never-opened.db',
    migrations: [...migrations],
    migrationsTransactionMode,
  })
  const target = await store.empty({ template, label: 'small' })
  return {
    target,
    look: () => look(target.address),
    tamper: async (sql) => {
      await directQuery(target.address, sql)
    },
    async [Symbol.asyncDispose]() {
      await target[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

const TABLES: Readonly<Record<Engine, string>> = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  postgres: `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
}

async function look(address: Address) {
  const tables = namesIn(await directQuery(address, TABLES[address.engine]))
  const recorded = tables.includes('migrations')
    ? namesIn(await directQuery(address, 'SELECT name FROM migrations ORDER BY id'))
    : []
  return {
    tables: tables.filter((table) => table !== 'migrations'),
    recorded: recorded.map((name) => name.replace(/\d{13}$/, '')),
  }
}

function namesIn(rows: readonly unknown[]): readonly string[] {
  return (rows as readonly { readonly name: string }[]).map(({ name }) => name)
}
