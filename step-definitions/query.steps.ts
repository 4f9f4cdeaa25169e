import { type DataTable, Then, When } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { largeTableWork } from '../src/harness/measurement/large-table-work.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { runStatements } from '../src/harness/target/run-statements.ts'
import { observeClan } from './support/clan.ts'
import type { Demand } from './support/demand.ts'
import { cutoffOf } from './support/look-back.ts'
import { plansById } from './support/plans-by-id.ts'
import type { RehearsalWorld } from './support/world.ts'

When('the engine gathers statistics', async function (this: RehearsalWorld) {
  await runStatements(await this.ownTarget(), ['ANALYZE'])
})

Then(
  'no statement of the methods by id or of the dashboard scans or sorts',
  async function (this: RehearsalWorld, table: DataTable) {
    const product = await (await this.laboratory()).product()
    const { members } = await observeClan(this.target, product)
    const question = {
      cutoff: await cutoffOf(this.target, 30),
      members: members.map(({ id }) => id).slice(0, 1),
    }
    const large = table.hashes().map((row) => row['large table'] ?? '')
    await mustExist(this, large)
    const demands: Demand[] = []
    for (const { method, plans } of await plansById(this.target, product, question)) {
      demands.push([largeTableWork(method, plans, large), none])
    }
    this.submit(demands)
  },
)

/** A name that no table has would never be scanned. */
async function mustExist(world: RehearsalWorld, tables: readonly string[]): Promise<void> {
  const existing = (await observeCatalog(world.target)).tables.map(({ name }) => name)
  const unknown = tables.filter((table) => !existing.includes(table))
  if (unknown.length > 0) throw new RangeError(`there is no table ${unknown.join(', ')}`)
}
