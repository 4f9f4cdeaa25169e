import type { KeyedTable } from './lonely-table.ts'
import type { OwedGates } from './migration-feature.ts'

/** A mistake in the new migration that has to breach one of its gates: a file of `fixtures/red/`. */
export interface DraftedTwin {
  readonly gate: string
  readonly title: string
  readonly migration: string
  readonly afterUp?: readonly string[]
  readonly afterDown?: readonly string[]
}

/**
 * The red twins of a new migration's gates, as far as a mistake can be made that is one whatever the migration does. The
 * one that loses a row needs a table to lose it from.
 */
export function migrationTwins(
  name: string,
  { applies, catalog, rows, roundTrip }: OwedGates,
  table: KeyedTable | undefined,
): readonly DraftedTwin[] {
  return [
    {
      gate: applies,
      title: `${name} fails`,
      migration: name,
      afterUp: ['INSERT INTO no_such_table VALUES (1)'],
    },
    {
      gate: catalog,
      title: `${name} leaves a table behind that no baseline knows`,
      migration: name,
      afterUp: ['CREATE TABLE left_over (id integer)'],
    },
    ...(table === undefined ? [] : [rowsTwin(name, rows, table)]),
    {
      gate: roundTrip,
      title: `${name}, taken back, leaves a table behind`,
      migration: name,
      afterDown: ['CREATE TABLE left_behind (id integer)'],
    },
  ]
}

function rowsTwin(name: string, gate: string, { table, key }: KeyedTable): DraftedTwin {
  const [quoted, column] = [quote(table), quote(key)]
  return {
    gate,
    title: `${name} deletes one row`,
    migration: name,
    afterUp: [`DELETE FROM ${quoted} WHERE ${column} = (SELECT min(${column}) FROM ${quoted})`],
  }
}

/** A plain name as it is, any other one quoted. */
function quote(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}
