import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../../address.ts'
import { shown } from '../parse-url.ts'
import { type SourceTable, shownTable } from './source-tables.ts'

/** How many are named. */
const NAMED = 10

/**
 * A dump that meets a table that it may not read fails half-way, and one that sees only some of its rows is none.
 * @throws StagegateError that names the tables and sequences
 */
export function refuseUnreadable(tables: readonly SourceTable[], address: PostgresAddress): void {
  const unreadable = tables.filter(({ readable }) => !readable)
  if (unreadable.length > 0) {
    throw new StagegateError({
      what: `The user ${address.user} may not read ${named(unreadable)}.`,
      where: shown(address),
      cause: 'A user of an application that has rights on some tables only, or none on their schema.',
      next: 'Have an administrator GRANT pg_read_all_data to it, or name another user with --database.',
    })
  }
  const hidden = tables.filter((table) => table.hidden)
  if (hidden.length > 0) {
    throw new StagegateError({
      what: `Row-level security hides rows from the user ${address.user}: of ${named(hidden)}.`,
      where: shown(address),
      cause: 'Policies hold for everybody but the owner of a table and roles with BYPASSRLS.',
      next: 'Name the owner, or a user with BYPASSRLS, with --database.',
    })
  }
}

function named(tables: readonly SourceTable[]): string {
  const names = tables.slice(0, NAMED).map(shownTable).join(', ')
  return tables.length > NAMED ? `${names} and ${tables.length - NAMED} more` : names
}
