import type { TableColumn } from './dialect.ts'

/** The types of columns, in the order in which they are named. */
export function typesOf(columns: readonly TableColumn[], names: readonly string[]): readonly string[] {
  return names.map((name) => columns.find((column) => column.name === name)?.type ?? '')
}
