import type { RecordedMigration } from '../observation/observe-history.ts'
import type { KnownHistory } from './known-history.ts'
import { recordDrift, unknownMigrations } from './record-faults.ts'

/** What a tool's record says. */
export interface Claim {
  /** The last migration that is done, or null where it says nothing, or nothing that can be believed. */
  readonly at: string | null
  readonly fact: string
  readonly doubt: string | null
}

/** What TypeORM's record says. Null: its table is not there. */
export function readRecord(
  recorded: readonly RecordedMigration[] | null,
  { history }: Pick<KnownHistory, 'history'>,
): Claim {
  if (recorded === null) return { at: null, fact: 'there is no record of TypeORM', doubt: null }
  const last = recorded.at(-1)
  if (last === undefined) return { at: null, fact: "TypeORM's record is empty", doubt: null }
  const nameOf = (wanted: string) => history.find(({ recordedName }) => recordedName === wanted)?.name
  const count = `${recorded.length} ${recorded.length === 1 ? 'migration' : 'migrations'}`
  const fact = `TypeORM has recorded ${count}, the last one ${nameOf(last.name) ?? last.name}`
  const [unknown] = unknownMigrations(recorded, history).witnesses
  if (unknown !== undefined) {
    return { at: null, fact, doubt: `TypeORM's record: ${unknown.where}, ${unknown.what}` }
  }
  const [fault] = recordDrift(recorded, history.slice(0, recorded.length)).witnesses
  if (fault !== undefined) {
    return {
      at: null,
      fact,
      doubt: `TypeORM's record has a gap or is out of order: ${fault.where} is ${fault.what}`,
    }
  }
  return { at: nameOf(last.name) ?? null, fact, doubt: null }
}
