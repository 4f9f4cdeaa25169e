import type { QueryRunner } from 'typeorm'
import { SchemaError } from '../schema-error.ts'
import { differences } from './differences.ts'
import { differentDefinition } from './different-definition.ts'
import { expectedShape } from './expected-shape.ts'
import { quoteName } from './quote-name.ts'
import { refuseReferenced } from './refuse-referenced.ts'
import type { TableDefinition } from './table-definition.ts'
import { readTableShape } from './table-shape.ts'

export interface Rebuild {
  readonly to: TableDefinition
  /** The bodies that the table may have now. Any other would lose something that nobody here knows of. */
  readonly from: readonly string[]
  /** Column of the new table (or `rowid`) to the expression over the old one, `old`, that fills it. */
  readonly values: Readonly<Record<string, string>>
}

/**
 * Gives a table another definition: fills a new table from the old one, drops the old one, and takes its name. Indexes
 * come back as they were written. Views and triggers must be set aside around it.
 * @throws SchemaError when the table is not one of those expected, others refer to it, or an index does not fit any more.
 */
export async function rebuildTable(runner: QueryRunner, { to, from, values }: Rebuild): Promise<void> {
  await refuseUnexpected(runner, to.name, from)
  await refuseReferenced(runner, to.name)
  const indexes: IndexText[] = await runner.query(
    `SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid`,
    [to.name],
  )
  const table = quoteName(to.name)
  const rebuilt = quoteName(`rebuilt_${to.name}`)
  const columns = Object.keys(values).map(quoteName).join(', ')
  await runner.query(`CREATE TABLE ${rebuilt} (${to.body})`)
  await runner.query(
    `INSERT INTO ${rebuilt} (${columns}) SELECT ${Object.values(values).join(', ')} FROM ${table} AS old ORDER BY old.rowid`,
  )
  await runner.query(`DROP TABLE ${table}`)
  await runner.query(`ALTER TABLE ${rebuilt} RENAME TO ${table}`)
  for (const index of indexes) await makeAgain(runner, to.name, index)
}

interface IndexText {
  readonly name: string
  readonly sql: string
}

async function refuseUnexpected(
  runner: QueryRunner,
  table: string,
  bodies: readonly string[],
): Promise<void> {
  const actual = await readTableShape(runner, table)
  if (actual === undefined) throw differentDefinition(`Table ${table}`, ['it is missing'])
  let nearest: readonly string[] | undefined
  for (const body of bodies) {
    const found = differences({ actual, expected: await expectedShape(runner, body), ordered: false })
    // Of two that are equally near, the later one knows more columns, and so says more.
    if (nearest === undefined || found.length <= nearest.length) nearest = found
  }
  if (nearest !== undefined && nearest.length > 0) throw differentDefinition(`Table ${table}`, nearest)
}

async function makeAgain(runner: QueryRunner, table: string, { name, sql }: IndexText): Promise<void> {
  try {
    await runner.query(sql)
  } catch (error) {
    throw new SchemaError(
      {
        what: `Index ${name} does not fit table ${table} any more: ${error instanceof Error ? error.message : error}.`,
        where: `index ${name}`,
        cause: 'It was made by hand and uses a column that this step takes away.',
        next: 'Drop it, then run this step again.',
      },
      { cause: error },
    )
  }
}
