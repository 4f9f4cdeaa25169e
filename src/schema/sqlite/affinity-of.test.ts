import { describe, it } from 'node:test'
import Sqlite from 'better-sqlite3'
import { expect } from 'chai'
import { affinityOf } from './affinity-of.ts'

const IN_SQLITE: Readonly<Record<string, string>> = {
  INT: 'integer',
  TEXT: 'text',
  '': 'blob',
  REAL: 'real',
  NUM: 'numeric',
}

describe('affinityOf', () => {
  for (const type of [
    'INTEGER',
    'bigint',
    'UNSIGNED BIG INT',
    'FLOATING POINT',
    'varchar',
    'VARCHAR(255)',
    'clob',
    'charint',
    'BLOB',
    '',
    'float',
    'DOUBLE PRECISION',
    'real',
    'datetime',
    'TIMESTAMP',
    'JSON',
    'DECIMAL(10, 2)',
    'BOOLEAN',
    'STRING',
  ]) {
    it(`says of "${type}" what SQLite says`, () => {
      const database = new Sqlite(':memory:')
      // A table made from a SELECT names the affinities of its columns as their types.
      database.exec(`CREATE TABLE t (c ${type}); CREATE TABLE named AS SELECT c FROM t`)
      const named = database.prepare(`SELECT type FROM pragma_table_info('named')`).pluck().get()
      expect(affinityOf(type)).to.equal(IN_SQLITE[String(named)])
      database.close()
    })
  }
})
