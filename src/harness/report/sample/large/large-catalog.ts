import type { Catalog, Column, Index, Table } from '../../../vocabulary/catalog.ts'

const NAMES = ['members', 'snapshots', 'messages', 'records', 'bosses', 'skills', 'events', 'teams', 'drops']

/** A schema of nine tables, for tests; from the fourth migration on each table has one column and one index more. */
export function largeCatalog(migrations: number): Catalog {
  return {
    tables: NAMES.map((name, index) => table(name, index, migrations)).toSorted((one, other) =>
      one.name < other.name ? -1 : 1,
    ),
    views: [],
    triggers: [],
    virtualTables: [],
  }
}

function table(name: string, index: number, migrations: number): Table {
  const isLater = migrations > 3
  return {
    name,
    columns: [
      column('id', { type: 'INTEGER', nullable: false, primaryKeyPosition: 1 }),
      ...Array.from({ length: 8 }, (_, place) => column(`${name}_value_${place}`, { type: 'BIGINT' })),
      ...(isLater ? [column('user_id', { type: 'INTEGER' })] : []),
    ],
    primaryKey: ['id'],
    autoIncrement: true,
    withoutRowid: false,
    strict: false,
    indexes: [byColumn(name, `${name}_value_0`), ...(isLater ? [byColumn(name, 'user_id')] : [])],
    foreignKeys:
      index === 0 || !isLater
        ? []
        : [
            {
              columns: ['user_id'],
              table: 'members',
              references: ['id'],
              onDelete: 'SET NULL',
              onUpdate: 'NO ACTION',
              deferrable: 'no',
            },
          ],
    checks: [`"${name}_value_1" >= 0`],
  }
}

function column(name: string, changes: Partial<Column>): Column {
  return {
    name,
    type: 'TEXT',
    nullable: true,
    default: null,
    primaryKeyPosition: 0,
    generated: null,
    collation: null,
    ...changes,
  }
}

function byColumn(table: string, text: string): Index {
  return {
    name: `idx_${table}_${text}`,
    origin: 'index',
    unique: false,
    columns: [{ text, expression: false, order: 'asc', collation: null }],
    where: null,
  }
}
