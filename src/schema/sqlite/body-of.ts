import type { QueryRunner } from 'typeorm'
import { textOfTable } from './text-of-table.ts'

/** What stands between the first parenthesis of a table's text and the last one: its body, unless a comment has some. */
export async function bodyOf(runner: QueryRunner, table: string): Promise<string> {
  const text = await textOfTable(runner, table)
  return text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
}
