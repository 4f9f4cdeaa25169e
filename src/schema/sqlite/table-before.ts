import type { QueryRunner } from 'typeorm'
import type { TableDefinition } from './table-definition.ts'
import { textOfTable } from './text-of-table.ts'

/** What a table was before it was rebuilt, in a comment at the end of its text, where SQLite preserves it. */
const NOTE = /\/\* table before: (?<body>[^*]*) \*\//

/** The comment. No character of the body can end it. */
export function noteOfTable(body: string): string {
  return `/* table before: ${body.replaceAll('%', '%25').replaceAll('*', '%2A')} */`
}

/** The body that the table's comment keeps, or undefined when it keeps none. */
export async function recallBody(runner: QueryRunner, table: string): Promise<string | undefined> {
  const body = NOTE.exec(await textOfTable(runner, table))?.groups?.body
  return body?.replaceAll('%2A', '*').replaceAll('%25', '%')
}

/** The definition to go back to: the one that the table's comment keeps, or else the one that the history gave it. */
export async function tableBefore(
  runner: QueryRunner,
  { name, body }: TableDefinition,
): Promise<TableDefinition> {
  return { name, body: (await recallBody(runner, name)) ?? body }
}
