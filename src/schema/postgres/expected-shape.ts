import type { TableShape } from '../definitions/table-shape.ts'
import { type ParsedColumn, parseBody } from './parse-body.ts'
import { essenceOfType } from './types.ts'

/** The shape that a table with this body has: line by line what `readTableShape` reads of it. */
export function expectedShape(body: string): TableShape {
  const parsed = parseBody(body)
  const besides = (column: ParsedColumn) => [
    ...keyLine(parsed.primaryKey.indexOf(column.name) + 1),
    ...(column.numbered ? ['numbered'] : []),
    ...parsed.foreignKeys.filter((key) => key.column === column.name).map(referenceLine),
  ]
  return {
    columns: new Map(
      parsed.columns.map((column) => [
        column.name,
        columnLine(column.type, [...(column.notNull ? ['not null'] : []), ...besides(column)]),
      ]),
    ),
    essentials: new Map(
      parsed.columns.map((column) => [column.name, columnLine(essenceOfType(column.type), besides(column))]),
    ),
    others: [],
  }
}

export function columnLine(type: string, facts: readonly string[]): string {
  return [type, ...facts].join(', ')
}

/** @param position in the primary key, from 1; 0 outside of it */
export function keyLine(position: number): readonly string[] {
  return position > 0 ? [`primary key ${position}`] : []
}

export function referenceLine(key: {
  readonly parent: string
  readonly parentColumn: string
  readonly onDelete: string
  readonly otherwise?: string
}): string {
  return `references ${key.parent}(${key.parentColumn}) on delete ${key.onDelete}${key.otherwise ?? ''}`
}
