import type { TableFingerprint } from '../observation/table-fingerprint.ts'
import { formatCount } from '../vocabulary/format.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * Columns whose values are not the same in every row, leaving out excepted tables (`skill_snapshots`) and columns
 * (`clan_members.id`). The fingerprints of both sides were taken over the same columns in the order of the same key.
 */
export function changedRows(
  subject: string,
  before: readonly TableFingerprint[],
  after: readonly TableFingerprint[],
  except: readonly string[] = [],
): Measurement {
  const found = new Map(after.map((fingerprint) => [fingerprint.table, fingerprint]))
  const compared = before.filter(({ table }) => !except.includes(table))
  return faults({
    subject,
    population: compared.reduce((sum, { rows }) => sum + rows, 0),
    witnesses: compared.flatMap((expected) => differences(expected, found.get(expected.table), except)),
    usualCause:
      'A fill that writes more than its link column, a value that lost digits or its type, or a lost row.',
  })
}

function differences(
  before: TableFingerprint,
  after: TableFingerprint | undefined,
  except: readonly string[],
): readonly Witness[] {
  if (after === undefined) return [{ where: before.table, what: 'the table is gone' }]
  const rows: Witness[] =
    after.rows === before.rows
      ? []
      : [{ where: before.table, what: `${formatCount(after.rows)} rows; ${formatCount(before.rows)} before` }]
  const columns = Object.keys(before.columns).filter(
    (column) => !except.includes(`${before.table}.${column}`),
  )
  return [...rows, ...columns.flatMap((column) => columnDifference(before, after, column))]
}

function columnDifference(
  before: TableFingerprint,
  after: TableFingerprint,
  column: string,
): readonly Witness[] {
  const where = `${before.table}.${column}`
  if (after.columns[column] === undefined) return [{ where, what: 'the column is gone' }]
  if (after.columns[column] === before.columns[column]) return []
  const first = before.chunks.findIndex(
    (chunk, index) => after.chunks[index]?.columns[column] !== chunk.columns[column],
  )
  const chunk = before.chunks[first] ?? after.chunks[before.chunks.length]
  const range = chunk ? `, first between ${chunk.firstKey.join(', ')} and ${chunk.lastKey.join(', ')}` : ''
  return [{ where, what: `values differ${range}` }]
}
