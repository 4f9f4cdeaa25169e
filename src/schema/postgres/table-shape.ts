import type { QueryRunner } from 'typeorm'
import type { TableShape } from '../definitions/table-shape.ts'
import { columnLine, keyLine, referenceLine } from './expected-shape.ts'
import { tableId } from './table-id.ts'
import { essenceOfType } from './types.ts'

interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly default: string | null
  readonly numbered: boolean
  readonly generated: boolean
  readonly collation: string | null
  readonly keyPosition: number
}

interface ForeignKeyRow {
  readonly columns: string
  readonly parent: string
  readonly parentColumn: string
  readonly onDelete: string
  readonly otherwise: string
}

/** The shape of a table, or undefined when there is none of that name. */
export async function readTableShape(runner: QueryRunner, table: string): Promise<TableShape | undefined> {
  const id = await tableId(runner, table)
  if (id === undefined) return undefined
  const columns: ColumnRow[] = await runner.query(COLUMNS, [id])
  const foreignKeys: ForeignKeyRow[] = await runner.query(FOREIGN_KEYS, [id])
  const others: { line: string }[] = await runner.query(OTHERS, [id])
  const besides = (column: ColumnRow) => besidesType(column, foreignKeys)
  return {
    columns: new Map(
      columns.map((column) => [
        column.name,
        columnLine(column.type, [...(column.notNull ? ['not null'] : []), ...besides(column)]),
      ]),
    ),
    essentials: new Map(
      columns.map((column) => [column.name, columnLine(essenceOfType(column.type), besides(column))]),
    ),
    others: others.map(({ line }) => line),
  }
}

function besidesType(column: ColumnRow, foreignKeys: readonly ForeignKeyRow[]): readonly string[] {
  return [
    ...keyLine(column.keyPosition),
    ...(column.numbered ? ['numbered'] : []),
    ...(column.default === null || column.numbered ? [] : [`default ${column.default}`]),
    ...(column.generated ? ['generated'] : []),
    ...(column.collation === null ? [] : [`collating ${column.collation}`]),
    ...foreignKeys.filter(({ columns }) => columns === column.name).map(referenceLine),
  ]
}

const COLUMNS = `
  SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS "notNull",
    pg_get_expr(d.adbin, d.adrelid) AS "default",
    coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%' AND EXISTS (
      SELECT FROM pg_depend AS own WHERE own.classid = 'pg_class'::regclass AND own.refclassid = 'pg_class'::regclass
        AND own.refobjid = a.attrelid AND own.refobjsubid = a.attnum AND own.deptype = 'a'
    ), false) AS numbered,
    a.attidentity <> '' OR a.attgenerated <> '' AS generated,
    (SELECT c.collname FROM pg_collation AS c JOIN pg_type AS t ON t.oid = a.atttypid
     WHERE c.oid = a.attcollation AND c.oid <> t.typcollation) AS collation,
    coalesce((SELECT array_position(k.conkey, a.attnum) FROM pg_constraint AS k
              WHERE k.conrelid = a.attrelid AND k.contype = 'p'), 0) AS "keyPosition"
  FROM pg_attribute AS a LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`

const FOREIGN_KEYS = `
  SELECT parent.relname AS parent,
    (SELECT string_agg(a.attname, ', ' ORDER BY k.at) FROM unnest(f.conkey) WITH ORDINALITY AS k (number, at)
     JOIN pg_attribute AS a ON a.attrelid = f.conrelid AND a.attnum = k.number) AS columns,
    (SELECT string_agg(a.attname, ', ' ORDER BY k.at) FROM unnest(f.confkey) WITH ORDINALITY AS k (number, at)
     JOIN pg_attribute AS a ON a.attrelid = f.confrelid AND a.attnum = k.number) AS "parentColumn",
    CASE f.confdeltype WHEN 'n' THEN 'SET NULL' WHEN 'c' THEN 'CASCADE' WHEN 'r' THEN 'RESTRICT'
      WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END AS "onDelete",
    CASE WHEN f.confupdtype = 'a' THEN '' ELSE ' with an action on update' END
      || CASE WHEN f.convalidated THEN '' ELSE ' not valid' END
      || CASE WHEN f.condeferrable THEN ' deferrable' ELSE '' END AS otherwise
  FROM pg_constraint AS f JOIN pg_class AS parent ON parent.oid = f.confrelid
  WHERE f.conrelid = $1 AND f.contype = 'f' ORDER BY f.conname`

const OTHERS = `
  SELECT lower(pg_get_constraintdef(c.oid)) AS line FROM pg_constraint AS c
  WHERE c.conrelid = $1 AND (c.contype IN ('u', 'c', 'x') OR (c.contype = 'f' AND cardinality(c.conkey) > 1))
  UNION ALL SELECT 'unlogged' FROM pg_class WHERE oid = $1 AND relpersistence <> 'p'
  UNION ALL SELECT 'partitioned' FROM pg_class WHERE oid = $1 AND relkind = 'p' ORDER BY line`
