import type { QueryRunner } from 'typeorm'

const MAP = 'temp.author_map'
/** Two parameters a row, far below SQLite's limit of 32,766. */
const ROWS_A_STATEMENT = 400

/** Makes a temporary table from authors' names and the ids of their members. Gives its name; its user drops it. */
export async function lendAuthorMap(
  runner: QueryRunner,
  linked: ReadonlyMap<string, number | bigint>,
): Promise<string> {
  await runner.query(
    `CREATE TEMP TABLE author_map (author_name text PRIMARY KEY NOT NULL, user_id integer NOT NULL) WITHOUT ROWID`,
  )
  const rows = [...linked]
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const some = rows.slice(start, start + ROWS_A_STATEMENT)
    const values = some.map(() => '(?, ?)').join(', ')
    await runner.query(`INSERT INTO ${MAP} (author_name, user_id) VALUES ${values}`, some.flat())
  }
  return MAP
}
