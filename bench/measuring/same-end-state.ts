import { everyColumn } from '../../src/harness/observation/every-column.ts'
import { fingerprintCatalog } from '../../src/harness/observation/fingerprint-catalog.ts'
import { observeCatalog } from '../../src/harness/observation/observe-catalog.ts'
import { observeRows } from '../../src/harness/observation/observe-rows.ts'
import { observeSequences } from '../../src/harness/observation/observe-sequences.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import type { Catalog } from '../../src/harness/vocabulary/catalog.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'

/**
 * Both databases hold the same schema and the same rows in every table, TypeORM's record included, and number new rows
 * from the same number on. A floor that does less than ours would be no floor. In SQLite the order of columns may
 * differ: what the floor adds at the end of a table, it adds for the price of a name.
 * @param where the floor's folder
 * @throws StagegateError that names what differs.
 */
export async function sameEndState(floor: OpenTarget, ours: OpenTarget, where: string): Promise<void> {
  const [ofFloor, ofOurs] = [await facts(floor), await facts(ours)]
  const names = new Set([...ofFloor.keys(), ...ofOurs.keys()])
  const different = [...names].filter((name) => ofFloor.get(name) !== ofOurs.get(name))
  if (different.length === 0) return
  throw new StagegateError({
    what: `The floor and ours end in different states: ${different.join(', ')}.`,
    where,
    cause: 'A migration or the generator was changed, and the hand-written floor was not.',
    next: 'Make the floor do the same work.',
  })
}

/** A hash for the schema of every table and for every column's values, by what it is of. */
async function facts(target: OpenTarget): Promise<ReadonlyMap<string, string>> {
  const catalog = await observeCatalog(target, { leaveOut: [] })
  const rows = await observeRows(target, everyColumn(catalog))
  const ordered = target.engine === 'postgres'
  return new Map([
    ...catalog.tables.map((table): [string, string] => [
      `table ${table.name}`,
      fingerprintCatalog(alone(table, ordered)),
    ]),
    ['views, triggers and sequences', fingerprintCatalog({ ...catalog, tables: [] })],
    ['numbers of sequences', JSON.stringify(await observeSequences(target))],
    ...rows.flatMap(({ table, rows, columns }): [string, string][] => [
      [`rows of ${table}`, String(rows)],
      ...Object.entries(columns).map(([name, hash]): [string, string] => [
        `values of ${table}.${name}`,
        hash,
      ]),
    ]),
  ])
}

function alone(table: Catalog['tables'][number], ordered: boolean): Catalog {
  const columns = ordered ? table.columns : [...table.columns].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { views: [], triggers: [], virtualTables: [], tables: [{ ...table, columns }] }
}
