import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import { formatCount } from '../vocabulary/format.ts'
import type { StateFingerprint } from '../vocabulary/state-fingerprint.ts'

/** What a catalog or a table was at one moment. */
export interface FingerprintCell {
  /** Null where it is a catalog. */
  readonly rows: number | null
  /** SHA-256 in hexadecimal; null where the rows were only counted. */
  readonly hash: string | null
}

/** Whether something is what it was at an earlier moment, in words. */
export interface Comparison {
  readonly isEqual: boolean
  readonly text: string
}

/** The catalog, or one table, at every moment. */
export interface RollbackLine {
  readonly name: string
  /** In the order of the moments; null where it is not there. */
  readonly cells: readonly (FingerprintCell | null)[]
  /** Against before; undefined where either was not kept. */
  readonly back: Comparison | undefined
  /** Against after, likewise. */
  readonly again: Comparison | undefined
}

/** A scenario that went there and back. */
export interface Rollback {
  readonly scenario: ScenarioRecord
  readonly moments: readonly Pick<StateFingerprint, 'moment' | 'at'>[]
  readonly lines: readonly RollbackLine[]
}

const MOMENTS = ['before', 'after', 'back', 'again'] as const

type States = Readonly<Partial<Record<StateFingerprint['moment'], StateFingerprint>>>

/** What the run's rollbacks gave back, each with the scenario that went there. */
export function rollbacks({ scenarios }: RunRecord): readonly Rollback[] {
  return scenarios.filter(({ fingerprints }) => fingerprints.length > 0).map(rollbackOf)
}

function rollbackOf(scenario: ScenarioRecord): Rollback {
  const states: States = Object.fromEntries(scenario.fingerprints.map((state) => [state.moment, state]))
  const moments = MOMENTS.flatMap((moment) => states[moment] ?? [])
  const tables = new Set(moments.flatMap((state) => state.tables.map(({ table }) => table)))
  return {
    scenario,
    moments: moments.map(({ moment, at }) => ({ moment, at })),
    lines: [null, ...[...tables].toSorted()].map((table) => ({
      name: table ?? 'catalog',
      cells: moments.map((state) => cellOf(state, table)),
      back: comparison(states.before, states.back, table, 'back'),
      again: comparison(states.after, states.again, table, 'again'),
    })),
  }
}

function cellOf(state: StateFingerprint, table: string | null): FingerprintCell | null {
  if (table === null) return { rows: null, hash: state.catalog }
  const found = state.tables.find((each) => each.table === table)
  return found ? { rows: found.rows, hash: found.hash } : null
}

function comparison(
  was: StateFingerprint | undefined,
  is: StateFingerprint | undefined,
  table: string | null,
  when: 'back' | 'again',
): Comparison | undefined {
  if (!was || !is) return undefined
  const [one, other] = [cellOf(was, table), cellOf(is, table)]
  if (one?.hash === other?.hash && one?.rows === other?.rows) {
    return { isEqual: true, text: one?.hash === null ? 'as many rows' : 'equal' }
  }
  return { isEqual: false, text: `differs: ${difference(one, other, was.moment, when)}` }
}

function difference(
  one: FingerprintCell | null,
  other: FingerprintCell | null,
  was: string,
  when: string,
): string {
  if (one === null) return `the table was not there ${was}`
  if (other === null) return 'the table is not there'
  if (one.rows === null || other.rows === null) return 'another schema'
  if (one.rows === other.rows) return 'as many rows, with other values'
  return `${rowsText(one.rows)} ${was}, ${other.rows === 0 ? 'none' : formatCount(other.rows)} ${when}`
}

function rowsText(rows: number): string {
  return rows === 1 ? '1 row' : `${formatCount(rows)} rows`
}
