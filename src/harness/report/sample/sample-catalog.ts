import type { Catalog, Column, ForeignKey, Index, Table, Trigger } from '../../vocabulary/catalog.ts'

/** A table in short: columns as `id INTEGER NOT NULL`, indexes as `uq_a unique (a, b)`. */
export interface SampleTable {
  readonly columns: readonly string[]
  readonly key: string
  readonly counts?: boolean
  readonly indexes?: readonly string[]
  /** `user_id to clan_members, SET NULL` */
  readonly references?: readonly string[]
}

/** A catalog of SQLite, for tests, written as a person would note it down. */
export function sampleCatalog(
  tables: Readonly<Record<string, SampleTable>>,
  triggers: readonly Trigger[] = [],
): Catalog {
  return {
    tables: Object.entries(tables).map(([name, table]) => tableOf(name, table)),
    views: [],
    triggers,
    virtualTables: [],
  }
}

function tableOf(
  name: string,
  { columns, key, counts = false, indexes = [], references = [] }: SampleTable,
): Table {
  return {
    name,
    columns: columns.map((column) => columnOf(column, key)),
    primaryKey: [key],
    autoIncrement: counts,
    withoutRowid: false,
    strict: false,
    indexes: indexes.map(indexOf),
    foreignKeys: references.map(referenceOf),
    checks: [],
  }
}

function columnOf(text: string, key: string): Column {
  const [name = '', type = ''] = text.split(' ')
  return {
    name,
    type,
    nullable: !text.endsWith('NOT NULL'),
    default: null,
    primaryKeyPosition: name === key ? 1 : 0,
    generated: null,
    collation: null,
  }
}

function indexOf(text: string): Index {
  const [, name = '', unique, columns = ''] = /^(\w+) (unique )?\((.*)\)$/.exec(text) ?? []
  return {
    name,
    origin: 'index',
    unique: unique !== undefined,
    columns: columns
      .split(', ')
      .map((column) => ({ text: column, expression: false, order: 'asc', collation: null })),
    where: null,
  }
}

function referenceOf(text: string): ForeignKey {
  const [, column = '', table = '', onDelete = ''] = /^(\w+) to (\w+), (.*)$/.exec(text) ?? []
  return {
    columns: [column],
    table,
    references: ['id'],
    onDelete,
    onUpdate: 'NO ACTION',
    deferrable: 'no',
  }
}
