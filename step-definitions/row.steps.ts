import { type DataTable, Then } from '@cucumber/cucumber'
import { rowsByTable } from '../src/fixture/rows-by-table.ts'
import { none } from '../src/harness/gate/tolerance.ts'
import { differingRows } from '../src/harness/measurement/differing-rows.ts'
import { unsoundness, violatedForeignKeys } from '../src/harness/measurement/engine-faults.ts'
import { lostRows } from '../src/harness/measurement/lost-rows.ts'
import { damagedIds } from '../src/harness/measurement/wide-ids.ts'
import type { Destination } from '../src/harness/migration/migrate.ts'
import { answerable } from '../src/harness/observation/every-column.ts'
import type { Integrity } from '../src/harness/observation/integrity.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { observeCensus } from '../src/harness/observation/observe-census.ts'
import { observeDifferences } from '../src/harness/observation/observe-differences.ts'
import { observeIntegrity } from '../src/harness/observation/observe-integrity.ts'
import { observeWideIntegers } from '../src/harness/observation/observe-wide-integers.ts'
import type { Demand } from './support/demand.ts'
import { columnCell, exceptions } from './support/table-cells.ts'
import type { RehearsalWorld } from './support/world.ts'

Then('every table has as many rows as before', async function (this: RehearsalWorld) {
  await judgeCensus(this, [])
})

Then(
  'every table has as many rows as before, except',
  async function (this: RehearsalWorld, table: DataTable) {
    await judgeCensus(this, exceptions(table))
  },
)

Then('every row is the same as before', async function (this: RehearsalWorld) {
  await judgeRows(this, [])
})

Then(
  'every row is the same as in the database migrated to {migration}',
  async function (this: RehearsalWorld, at: Destination) {
    const { current } = await (await this.laboratory()).fixture(at)
    if (!current) throw new Error(`there is no state at ${at}`)
    const expected = await current.requests()
    const requests = answerable(expected, await observeCatalog(this.target))
    const differences = await observeDifferences(this.target, current.target, requests)
    this.submit([[differingRows(expected, differences), none]])
  },
)

Then('every row is the same as before, except', async function (this: RehearsalWorld, table: DataTable) {
  await judgeRows(this, exceptions(table))
})

Then(
  'every column that was there before has the same values, except',
  async function (this: RehearsalWorld, table: DataTable) {
    await judgeRows(this, exceptions(table), 'every column that was there before')
  },
)

Then('the tables have the rows that the profile declares', async function (this: RehearsalWorld) {
  const { profile } = await this.laboratory()
  this.submit([[lostRows(rowsByTable(profile), await observeCensus(this.target)), none]])
})

Then(
  'the wide ids are the same as before, and no double has touched them',
  async function (this: RehearsalWorld, table: DataTable) {
    const demands: Demand[] = []
    for (const row of table.hashes()) {
      const before = await this.origin.wideIntegers(columnCell(row.column))
      const after = await observeWideIntegers(this.target, columnCell(row.column))
      demands.push([damagedIds(row.column ?? '', before, after), none])
    }
    this.submit(demands)
  },
)

Then('the engine finds no violated foreign key', async function (this: RehearsalWorld) {
  this.submit([[violatedForeignKeys(await integrityOf(this)), none]])
})

Then('the engine finds the database sound', async function (this: RehearsalWorld) {
  const rows = Object.values(await observeCensus(this.target)).reduce((sum, count) => sum + count, 0)
  this.submit([[unsoundness(await integrityOf(this), rows), none]])
})

function integrityOf(world: RehearsalWorld): Promise<Integrity> {
  return world.observed('integrity', async () => observeIntegrity(await world.ownTarget()))
}

async function judgeCensus(world: RehearsalWorld, except: readonly string[]): Promise<void> {
  world.submit([[lostRows(await world.origin.census(), await observeCensus(world.target), except), none]])
}

async function judgeRows(world: RehearsalWorld, except: readonly string[], subject?: string): Promise<void> {
  const expected = await world.origin.requests()
  const requests = answerable(expected, await observeCatalog(world.target))
  const differences = await observeDifferences(world.target, world.origin.target, requests)
  world.submit([[differingRows(expected, differences, except, subject), none]])
}
