import type { Connection } from '../observation/connection.ts'
import type { Catalog } from '../vocabulary/catalog.ts'

/**
 * The last migration that a database has behind it: the last row of TypeORM's record, without its timestamp; where there
 * is none, Alembic's revisions; null without either. It is what is recorded, whatever is true.
 */
export async function migrationIn(db: Connection, catalog: Catalog): Promise<string | null> {
  return (await recorded(db, catalog)) ?? (await revision(db, catalog))
}

async function recorded(db: Connection, catalog: Catalog): Promise<string | null> {
  if (!hasColumns(catalog, 'migrations', ['id', 'timestamp', 'name'])) return null
  const [row] = await db.all<{ name: string | null; timestamp: string | null }>(
    `SELECT CAST(name AS TEXT) AS name, CAST("timestamp" AS TEXT) AS timestamp FROM migrations AS m
     ORDER BY m.id DESC LIMIT 1`,
  )
  if (row === undefined || row.name === null) return null
  const { name, timestamp } = row
  const bare = timestamp !== null && name.endsWith(timestamp) ? name.slice(0, -timestamp.length) : name
  return printable(bare)
}

async function revision(db: Connection, catalog: Catalog): Promise<string | null> {
  if (!hasColumns(catalog, 'alembic_version', ['version_num'])) return null
  const rows = await db.all<{ revision: string | null }>(
    'SELECT CAST(version_num AS TEXT) AS revision FROM alembic_version ORDER BY 1',
  )
  const found = rows.map((row) => row.revision).filter((text) => text !== null)
  return found.length === 0 ? null : printable(found.join(', '))
}

function hasColumns({ tables }: Catalog, table: string, columns: readonly string[]): boolean {
  const found = tables.find(({ name }) => name === table)
  return columns.every((wanted) => found?.columns.some(({ name }) => name === wanted))
}

/** What is printed in lists is text of one line, and of a line's length. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').slice(0, 200)
}
