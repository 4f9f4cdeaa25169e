import { formatCount } from '../../vocabulary/format.ts'
import type { GateCode } from '../../vocabulary/gate-code.ts'
import type { SchemaRecord } from '../../vocabulary/schema-record.ts'
import type { SchemaChange } from '../schema-change-lines.ts'
import type { SchemaChanges, TableChanges } from '../schema-changes.ts'
import { SchemaLines } from './schema-lines.tsx'

export interface SchemaDiffProps {
  readonly first: SchemaRecord
  readonly last: SchemaRecord
  /** That showed them, or null. */
  readonly gate: GateCode | null
  readonly changes: SchemaChanges
  /** Of each table. */
  readonly heading: Heading
}

type Heading = 'h3' | 'h4'

/** What became of a schema, table by table. It reads the same without colours. */
export function SchemaDiff({ first, last, gate, changes, heading: Heading }: SchemaDiffProps) {
  const { summary, tables, others } = changes
  return (
    <>
      <p class="standing">
        {first.at} to {last.at}: {summary.length === 0 ? 'nothing changed' : summary.join(', ')};{' '}
        {sameText(changes)}.{gate === null ? null : <Gate code={gate} />}
      </p>
      {tables.map((table) => (
        <TableDiff key={table.name} table={table} heading={Heading} />
      ))}
      {others.length === 0 ? null : (
        <div class="table-diff">
          <Heading>Beside the tables</Heading>
          <SchemaLines changes={others} />
        </div>
      )}
    </>
  )
}

function Gate({ code }: { readonly code: GateCode }) {
  return (
    <>
      {' '}
      Whether that is as it should be is judged by <a href={`#${code}`}>{code}</a>.
    </>
  )
}

function sameText({ unchangedTables, unchanged }: SchemaChanges): string {
  const tables =
    unchangedTables === 0 ? '' : `${formatCount(unchangedTables)} tables are altogether as they were, and `
  return `${tables}${formatCount(unchanged)} columns, indexes and constraints are as they were`
}

const BECAME = { '+': 'new', '−': 'dropped', '~': 'changed' } as const

interface TableDiffProps {
  readonly table: TableChanges
  readonly heading: Heading
}

function TableDiff({ table, heading: Heading }: TableDiffProps) {
  const { sign, name, changes, unchanged } = table
  return (
    <div class={`table-diff ${BECAME[sign]}`}>
      <Heading>
        <span class="sign">{sign}</span> <code>{name}</code>{' '}
        <span class="took">
          {BECAME[sign]}
          {sign === '~' ? `; ${formatCount(unchanged)} as they were` : ''}
        </span>
      </Heading>
      {sign === '~' ? (
        <SchemaLines changes={changes} />
      ) : (
        <details>
          <summary>{partsText(changes)}</summary>
          <SchemaLines changes={changes} />
        </details>
      )}
    </div>
  )
}

/** `6 columns, 2 indexes` */
function partsText(changes: readonly SchemaChange[]): string {
  const columns = changes.filter(({ kind }) => kind === 'column').length
  const others = changes.length - columns
  const text = `${columns === 1 ? 'One column' : `${columns} columns`}`
  return others === 0 ? text : `${text} and ${others === 1 ? 'one other part' : `${others} other parts`}`
}
