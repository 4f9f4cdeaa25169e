import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { SchemaError } from '../schema-error.ts'
import type { Carried } from './read-carried.ts'

/**
 * Gives a new table that has its rows the indexes that the old one in `home` still has, which are built faster than they
 * grow, and counts what the planner wants to know of it.
 * @throws SchemaError when an index does not fit any more.
 */
export async function finishTable(
  runner: QueryRunner,
  table: string,
  { home, indexes }: Pick<Carried, 'indexes'> & { readonly home: string },
): Promise<void> {
  for (const { name, unique, text } of indexes) {
    const [old]: { there: boolean }[] = await runner.query('SELECT to_regclass($1) IS NOT NULL AS there', [
      `${quoteName(home)}.${quoteName(name)}`,
    ])
    // The step may have dropped it before it came to this table.
    if (!old?.there) continue
    const create = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoteName(name)} ON ${quoteName(table)} ${text}`
    await runner.query(create).catch((error: unknown) => {
      throw new SchemaError(
        {
          what: `Index ${name} does not fit table ${table} any more: ${error instanceof Error ? error.message : error}.`,
          where: `index ${name}`,
          cause: 'It was made by hand and uses a column that this step takes away.',
          next: 'Drop it, then run this step again.',
        },
        { cause: error },
      )
    })
  }
  await runner.query(`ANALYZE ${quoteName(table)}`)
}
