import type { RecordedMigration } from '../../observation/observe-history.ts'
import type { Catalog, Column, Index, Table } from '../../vocabulary/catalog.ts'
import type { KnownHistory } from '../known-history.ts'

export const column = (name: string, changes: Partial<Column> = {}): Column => ({
  name,
  type: 'INTEGER',
  nullable: true,
  default: null,
  primaryKeyPosition: 0,
  generated: null,
  collation: null,
  ...changes,
})

export const index = (name: string, columns: readonly string[], unique = false): Index => ({
  name,
  origin: 'index',
  unique,
  columns: columns.map((text) => ({ text, expression: false, order: 'asc', collation: null })),
  where: null,
})

export const table = (name: string, columns: readonly Column[], indexes: readonly Index[] = []): Table => ({
  name,
  columns,
  primaryKey: columns.filter(({ primaryKeyPosition }) => primaryKeyPosition > 0).map((key) => key.name),
  autoIncrement: false,
  withoutRowid: false,
  strict: false,
  indexes,
  foreignKeys: [],
  checks: [],
})

export const catalog = (...tables: readonly Table[]): Catalog => ({
  tables,
  views: [],
  triggers: [],
  virtualTables: [],
})

const key = { primaryKeyPosition: 1, nullable: false }
const VISIT_COLUMNS = [
  column('id', key),
  column('name', { type: 'VARCHAR' }),
  column('at', { type: 'DATETIME' }),
]
const SCRAPS = table('scraps', [column('id', key), column('text', { type: 'TEXT' })])

/** The members by name. */
export const members = (...more: readonly Column[]): Table =>
  table('members', [
    column('name', { ...key, type: 'VARCHAR' }),
    column('role', { type: 'VARCHAR' }),
    ...more,
  ])

export const visits = (indexes: readonly Index[], ...more: readonly Column[]): Table =>
  table('visits', [...VISIT_COLUMNS, ...more], indexes)

export const BY_NAME: Index = index('idx_visits_name', ['name', 'at'])
export const BY_NAME_ONCE: Index = index('uq_visits_name', ['name', 'at'], true)
export const BY_TIME: Index = index('idx_visits_at', ['at'])
export const BY_ROLE: Index = index('idx_members_role', ['role'])

const LINKED_MEMBERS = table('members', [
  column('id', key),
  column('name', { type: 'VARCHAR', nullable: false }),
  column('role', { type: 'VARCHAR' }),
])

/** The catalogs after five migrations, which do what those of the clan do, in small. */
export const AFTER = {
  First: catalog(members(), SCRAPS, visits([])),
  Indexed: catalog(members(), SCRAPS, visits([BY_NAME])),
  Once: catalog(members(), SCRAPS, visits([BY_NAME_ONCE])),
  Dropped: catalog(members(), visits([BY_NAME_ONCE])),
  More: catalog({ ...members(), indexes: [BY_ROLE] }, visits([BY_NAME_ONCE, BY_TIME])),
  Linked: catalog(
    { ...LINKED_MEMBERS, indexes: [BY_ROLE] },
    visits([BY_NAME_ONCE, BY_TIME], column('member_id')),
  ),
} as const

export const KNOWN: KnownHistory = {
  history: Object.keys(AFTER).map((name, place) => ({
    name,
    timestamp: 1_700_000_000_000 + place,
    recordedName: `${name}${1_700_000_000_000 + place}`,
  })),
  baselines: new Map(Object.entries(AFTER)),
  revisions: {
    rev_first: 'First',
    rev_once_001: 'Once',
    rev_dropped_002: 'Dropped',
    rev_more_003: 'More',
    rev_linked: 'Linked',
  },
}

/** TypeORM's record of the first migrations, up to one of them. */
export function recordUpTo(last: keyof typeof AFTER): readonly RecordedMigration[] {
  const end = KNOWN.history.findIndex(({ name }) => name === last) + 1
  return KNOWN.history
    .slice(0, end)
    .map(({ recordedName, timestamp }, place) => ({ id: place + 1, name: recordedName, timestamp }))
}
