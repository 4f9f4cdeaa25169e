import type { DataSource, EntityManager } from 'typeorm'
import { SchemaError } from '../../schema/schema-error.ts'
import type { Dialect } from './dialect.ts'
import { postgresDialect } from './postgres-dialect.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/** The product's dialects, by TypeORM's name of the engine. */
const DIALECTS = { 'better-sqlite3': sqliteDialect, postgres: postgresDialect } as const

/** The dialect of a data source, or of one transaction of it. @throws SchemaError for an engine that has none. */
export function dialectOf(db: DataSource | EntityManager): Dialect {
  const { type } = 'options' in db ? db.options : db.dataSource.options
  if (type === 'better-sqlite3' || type === 'postgres') return DIALECTS[type]
  throw new SchemaError({
    what: `The product knows no engine called ${type}`,
    where: 'the data source that it was given',
    cause: 'a data source of another driver than those of ClanDataSource',
    next: 'open the database with ClanDataSource',
  })
}
