import type { DataSource } from 'typeorm'
import type { Catalog } from '../../src/harness/observation/catalog.ts'
import { everyColumn } from '../../src/harness/observation/every-column.ts'
import { fingerprintCatalog } from '../../src/harness/observation/fingerprint-catalog.ts'
import { observeCatalog } from '../../src/harness/observation/observe-catalog.ts'
import { observeRows } from '../../src/harness/observation/observe-rows.ts'
import { inspect } from '../../src/harness/target/inspect.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'

/**
 * Both files hold the same schema, up to the order of columns, and the same rows in every table, TypeORM's record
 * included. A floor that does less than ours would be no floor.
 * @throws StagegateError that names what differs.
 */
export async function sameEndState(floor: string, ours: string, template: DataSource): Promise<void> {
  const [ofFloor, ofOurs] = [await facts(floor, template), await facts(ours, template)]
  const names = new Set([...ofFloor.keys(), ...ofOurs.keys()])
  const different = [...names].filter((name) => ofFloor.get(name) !== ofOurs.get(name))
  if (different.length === 0) return
  throw new StagegateError({
    what: `The floor and ours end in different states: ${different.join(', ')}.`,
    where: 'bench/floor/',
    cause: 'A migration or the generator was changed, and the hand-written floor was not.',
    next: 'Make the floor do the same work.',
  })
}

/** A hash for the schema of every table and for every column's values, by what it is of. */
async function facts(location: string, template: DataSource): Promise<ReadonlyMap<string, string>> {
  const target = inspect(location, template)
  const catalog = await observeCatalog(target, { leaveOut: [] })
  const rows = await observeRows(target, everyColumn(catalog))
  return new Map([
    ...catalog.tables.map((table): [string, string] => [
      `table ${table.name}`,
      fingerprintCatalog(alone(catalog, table)),
    ]),
    ['views and triggers', fingerprintCatalog({ ...catalog, tables: [] })],
    ...rows.flatMap(({ table, rows, columns }): [string, string][] => [
      [`rows of ${table}`, String(rows)],
      ...Object.entries(columns).map(([name, hash]): [string, string] => [
        `values of ${table}.${name}`,
        hash,
      ]),
    ]),
  ])
}

function alone(catalog: Catalog, table: Catalog['tables'][number]): Catalog {
  const columns = [...table.columns].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { ...catalog, views: [], triggers: [], virtualTables: [], tables: [{ ...table, columns }] }
}
