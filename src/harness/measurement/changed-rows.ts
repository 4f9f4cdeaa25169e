import type { ChunkFingerprint, TableFingerprint } from '../observation/table-fingerprint.ts'
import { formatCount } from '../vocabulary/format.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Where the values of a column first differ: among the rows of `before` from one key to another. */
export interface Suspect {
  readonly table: string
  readonly column: string
  readonly firstKey: readonly string[]
  readonly lastKey: readonly string[]
}

/**
 * Columns whose values are not the same in every row, leaving out excepted tables (`skill_snapshots`) and columns
 * (`clan_members.id`). The fingerprints of both sides were taken over the same columns in the order of the same key.
 * @param rowsOf what is to be seen at a suspect, row by row, where somebody has looked; else its range is the witness
 */
export function changedRows(
  subject: string,
  before: readonly TableFingerprint[],
  after: readonly TableFingerprint[],
  except: readonly string[] = [],
  rowsOf: (suspect: Suspect) => readonly Witness[] = () => [],
): Measurement {
  const compared = before.filter(({ table }) => !except.includes(table))
  return faults({
    subject,
    population: compared.reduce((sum, { rows }) => sum + rows, 0),
    witnesses: compared.flatMap((expected) => {
      const found = after.find(({ table }) => table === expected.table)
      return [
        ...missing(expected, found, except),
        ...suspectsOf(expected, found, except).flatMap((suspect) => {
          const rows = rowsOf(suspect)
          return rows.length > 0 ? rows : [range(suspect)]
        }),
      ]
    }),
    usualCause:
      'A fill that writes more than its link column, a value that lost digits or its type, or a lost row.',
  })
}

/** Where to look for the rows that differ, a place for each column. */
export function suspects(
  before: readonly TableFingerprint[],
  after: readonly TableFingerprint[],
  except: readonly string[] = [],
): readonly Suspect[] {
  return before
    .filter(({ table }) => !except.includes(table))
    .flatMap((expected) =>
      suspectsOf(
        expected,
        after.find(({ table }) => table === expected.table),
        except,
      ),
    )
}

function missing(
  before: TableFingerprint,
  after: TableFingerprint | undefined,
  except: readonly string[],
): readonly Witness[] {
  if (after === undefined) return [{ where: before.table, what: 'the table is gone' }]
  const rows = `${formatCount(after.rows)} rows; ${formatCount(before.rows)} before`
  return [
    ...(after.rows === before.rows ? [] : [{ where: before.table, what: rows }]),
    ...columnsOf(before, except)
      .filter((column) => after.columns[column] === undefined)
      .map((column) => ({ where: `${before.table}.${column}`, what: 'the column is gone' })),
  ]
}

function suspectsOf(
  before: TableFingerprint,
  after: TableFingerprint | undefined,
  except: readonly string[],
): readonly Suspect[] {
  if (after === undefined) return []
  return columnsOf(before, except).flatMap((column) => {
    if (after.columns[column] === undefined || after.columns[column] === before.columns[column]) return []
    const differs = ({ columns }: ChunkFingerprint, index: number) =>
      after.chunks[index]?.columns[column] !== columns[column]
    // Where all chunks of before are the same, the rest of after is what differs.
    const chunk = before.chunks.find(differs) ?? after.chunks[before.chunks.length]
    const { firstKey = [], lastKey = [] } = chunk ?? {}
    return [{ table: before.table, column, firstKey, lastKey }]
  })
}

function columnsOf(fingerprint: TableFingerprint, except: readonly string[]): readonly string[] {
  return Object.keys(fingerprint.columns).filter(
    (column) => !except.includes(`${fingerprint.table}.${column}`),
  )
}

function range({ table, column, firstKey, lastKey }: Suspect): Witness {
  const where = firstKey.length > 0 ? `, first between ${firstKey.join(', ')} and ${lastKey.join(', ')}` : ''
  return { where: `${table}.${column}`, what: `values differ${where}` }
}
