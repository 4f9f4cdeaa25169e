import type { QueryRunner } from 'typeorm'
import type { TableDefinition } from '../definitions/table-definition.ts'
import { bodyNoted } from '../definitions/table-note.ts'
import { textOfTable } from './text-of-table.ts'

/** The definition to go back to: the one that the table's comment keeps, or else the one that the history gave it. */
export async function tableBefore(
  runner: QueryRunner,
  { name, body }: TableDefinition,
): Promise<TableDefinition> {
  return { name, body: bodyNoted(await textOfTable(runner, name)) ?? body }
}
