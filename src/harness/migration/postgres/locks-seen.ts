import type { LockRecord } from '../../vocabulary/migration-step.ts'

/** A lock on a table at the moment of one look. */
export interface SeenLock {
  /** The engine's number of the table. */
  readonly table: string
  /** Its name as others see it; null for a table that is not committed. */
  readonly name: string | null
  /** As PostgreSQL lists it: `AccessExclusiveLock`. */
  readonly mode: string
  /** Sessions that wait for the table. */
  readonly waiting: number
}

/** One look, in milliseconds of the process's clock. */
export interface Look {
  readonly askedAt: number
  readonly answeredAt: number
  readonly locks: readonly SeenLock[]
}

/** What was seen of one migration. */
export interface Watched {
  readonly begunAt: number
  /** The names of the tables that were there when it began, by the engine's number. */
  readonly tables: ReadonlyMap<string, string>
  readonly looks: readonly Look[]
}

/** The modes that close a table to writers, weakest first. The last one closes it to readers as well. */
export const CLOSING_MODES = [
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
] as const

interface Spell {
  readonly since: number
  readonly until: number
}

interface Closing {
  readonly record: Omit<LockRecord, 'milliseconds'>
  /** The longest without a break, and the one that the look before was in. */
  readonly longest: number
  readonly current: Spell | undefined
}

/**
 * The tables that a migration closed. How long: from the last look that saw the table open to the last that saw it
 * closed, which is rather too long than too short, by one interval.
 */
export function locksSeen({ begunAt, tables, looks }: Watched): readonly LockRecord[] {
  const names = new Set(tables.values())
  const nameOf = ({ table, name }: SeenLock) =>
    // A table that takes another's place counts under its name, as soon as others see it.
    tables.get(table) ?? (name !== null && names.has(name) ? name : undefined)
  let closings = new Map<string, Closing>()
  let openAt = begunAt
  for (const look of looks) {
    const seen = closedIn(look, nameOf)
    const keys = new Set([...closings.keys(), ...seen.keys()])
    const since = openAt
    closings = new Map(
      [...keys].map((key) => [key, continued(closings.get(key), seen.get(key), since, look.answeredAt)]),
    )
    openAt = look.askedAt
  }
  return [...closings.values()]
    .map(({ record, longest }) => ({ ...record, milliseconds: longest }))
    .sort((a, b) => b.milliseconds - a.milliseconds || (a.table < b.table ? -1 : 1))
}

/** The closings of one look, each under a key of table and readers or writers. */
function closedIn(
  { locks }: Look,
  nameOf: (lock: SeenLock) => string | undefined,
): ReadonlyMap<string, Closing['record']> {
  const closed = new Map<string, Closing['record']>()
  for (const lock of locks) {
    const table = nameOf(lock)
    if (table === undefined) continue
    const closes =
      lock.mode === CLOSING_MODES.at(-1) ? (['readers', 'writers'] as const) : (['writers'] as const)
    for (const each of closes) {
      const key = `${each} ${table}`
      const { mode, waiting } = lock
      closed.set(key, merged(closed.get(key), { table, closes: each, mode: spelt(mode), waiting }))
    }
  }
  return closed
}

function continued(
  before: Closing | undefined,
  seen: Closing['record'] | undefined,
  since: number,
  until: number,
): Closing {
  if (seen === undefined) {
    if (before === undefined) throw new Error('a closing that nobody has seen')
    return { ...before, current: undefined }
  }
  const current = { since: before?.current?.since ?? since, until }
  return {
    record: merged(before?.record, seen),
    longest: Math.max(before?.longest ?? 0, current.until - current.since),
    current,
  }
}

function merged(one: Closing['record'] | undefined, other: Closing['record']): Closing['record'] {
  if (one === undefined) return other
  const mode = strength(one.mode) >= strength(other.mode) ? one.mode : other.mode
  return { ...one, mode, waiting: Math.max(one.waiting, other.waiting) }
}

function strength(mode: string): number {
  return CLOSING_MODES.map(spelt).indexOf(mode)
}

/** `AccessExclusiveLock` as `ACCESS EXCLUSIVE`. */
function spelt(mode: string): string {
  return mode
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
}
