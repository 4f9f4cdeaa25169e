import type { EngineName } from '../../testing/engines.ts'

/** Values that are no figure or no moment, as far as an engine's columns can hold them. */
export const UNREADABLE_VALUES: Readonly<
  Record<EngineName | 'both', readonly (readonly [what: string, sql: string])[]>
> = {
  both: [
    ['a figure beyond 2^53', 'UPDATE wom_snapshots SET total_xp = 9007199254740993 WHERE id = 11'],
    ['kills beyond 2^53', 'UPDATE boss_snapshots SET kills = 9007199254740993 WHERE id = 1'],
  ],
  SQLite: [
    ['a figure that is text', "UPDATE wom_snapshots SET total_boss_kills = 'many' WHERE id = 11"],
    ['kills that are infinite', 'UPDATE boss_snapshots SET kills = 9e999 WHERE id = 1'],
    ['a snapshot at no moment', "UPDATE wom_snapshots SET timestamp = 'today' WHERE id = 11"],
    ['a message at no hour', "UPDATE discord_messages SET created_at = 'today' WHERE id = 9"],
  ],
  PostgreSQL: [
    ['a snapshot that was always', "UPDATE wom_snapshots SET timestamp = 'infinity' WHERE id = 11"],
    ['a message of no time', "UPDATE discord_messages SET created_at = 'infinity' WHERE id = 9"],
  ],
}
