import type { QueryRunner } from 'typeorm'

/** The statement that a table was made with, as SQLite keeps it; empty when there is no such table. */
export async function textOfTable(runner: QueryRunner, table: string): Promise<string> {
  const [found]: { sql: string }[] = await runner.query(
    `SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?`,
    [table],
  )
  return found?.sql ?? ''
}
