import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import type { ParsedBody, ParsedColumn, ParsedForeignKey } from './parse-body.ts'

/** Creates a table with its columns alone: keys come when the rows are there. */
export async function createTable(runner: QueryRunner, name: string, { columns }: ParsedBody): Promise<void> {
  await runner.query(`CREATE TABLE ${quoteName(name)} (${columns.map(columnText).join(', ')})`)
}

/** A numbered column brings a sequence of its own, `clan_members_id_seq`. */
function columnText({ name, type, notNull, numbered }: ParsedColumn): string {
  return `${quoteName(name)} ${numbered ? 'bigserial' : type}${notNull ? ' NOT NULL' : ''}`
}

/** Adds the primary key under the name that PostgreSQL itself would give it. */
export async function addPrimaryKey(
  runner: QueryRunner,
  table: string,
  { primaryKey }: ParsedBody,
): Promise<void> {
  if (primaryKey.length === 0) return
  await runner.query(
    `ALTER TABLE ${quoteName(table)} ADD CONSTRAINT ${quoteName(`${table}_pkey`)}
     PRIMARY KEY (${primaryKey.map(quoteName).join(', ')})`,
  )
}

/** Adds foreign keys, and only then looks whether the rows keep them: the first takes a lock, the second takes time. */
export async function addForeignKeys(
  runner: QueryRunner,
  table: string,
  foreignKeys: readonly ParsedForeignKey[],
): Promise<void> {
  for (const { name, column, parent, parentColumn, onDelete } of foreignKeys) {
    await runner.query(
      `ALTER TABLE ${quoteName(table)} ADD CONSTRAINT ${quoteName(name)} FOREIGN KEY (${quoteName(column)})
       REFERENCES ${quoteName(parent)} (${quoteName(parentColumn)}) ON DELETE ${onDelete} NOT VALID`,
    )
    await runner.query(`ALTER TABLE ${quoteName(table)} VALIDATE CONSTRAINT ${quoteName(name)}`)
  }
}
