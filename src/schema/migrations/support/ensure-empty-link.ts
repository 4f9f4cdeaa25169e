import type { QueryRunner } from 'typeorm'
import { quoteName } from '../../definitions/quote-name.ts'
import { ensureColumn } from '../../operations/ensure-column.ts'

/** A column that refers to the id of another table. */
export interface LinkColumn {
  readonly table: string
  readonly name: string
  readonly parent: string
  readonly onDelete: 'SET NULL' | 'CASCADE'
}

/**
 * Adds a link column at the end of a table, without a value in any row. One that is there already is emptied: links are
 * derived from the rows, never taken over.
 * @throws SchemaError when there is a column of that name with another definition.
 */
export async function ensureEmptyLink(runner: QueryRunner, link: LinkColumn): Promise<void> {
  const column = quoteName(link.name)
  const found = await ensureColumn(runner, {
    table: link.table,
    name: link.name,
    definition: `integer ${reference(link)}`,
  })
  if (found === 'present') {
    await runner.query(`UPDATE ${quoteName(link.table)} SET ${column} = NULL WHERE ${column} IS NOT NULL`)
  }
}

/**
 * A column that is added to a table brings its foreign key in its own words. TypeORM knows a foreign key only by the
 * words of a table constraint, which it looks for in the table's text: the comment says it that way.
 */
function reference({ table, name, parent, onDelete }: LinkColumn): string {
  const constraint = `CONSTRAINT ${quoteName(`fk_${table}_${name}`)}`
  const forTypeOrm = `/* ${constraint} FOREIGN KEY (${quoteName(name)}) REFERENCES ${quoteName(parent)} */`
  return `${forTypeOrm} ${constraint} REFERENCES ${quoteName(parent)} ("id") ON DELETE ${onDelete}`
}
