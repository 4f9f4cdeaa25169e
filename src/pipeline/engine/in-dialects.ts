import type { DataSource, EntityManager } from 'typeorm'
import type { Dialect } from './dialect.ts'
import { dialectOf } from './dialect-of.ts'

/** A statement that is written once, in the dialect of the database that it is asked for; each text is made once. */
export function inDialects(write: (dialect: Dialect) => string): (db: DataSource | EntityManager) => string {
  const texts = new Map<Dialect, string>()
  return (db) => {
    const dialect = dialectOf(db)
    const text = texts.get(dialect) ?? write(dialect)
    texts.set(dialect, text)
    return text
  }
}
