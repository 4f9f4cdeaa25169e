import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { differingRows } from '../src/harness/measurement/differing-rows.ts'
import { keptRows } from '../src/harness/measurement/kept-rows.ts'
import { everyColumn } from '../src/harness/observation/every-column.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { observeDifferences } from '../src/harness/observation/observe-differences.ts'
import type { Leaving } from './support/harvest/leaving.ts'
import { storedRows } from './support/harvest/stored-rows.ts'
import { unlistedFailures } from './support/harvest/unlisted-failures.ts'
import { unsaidCounts } from './support/harvest/unsaid-counts.ts'
import { unsaidLeavers } from './support/harvest/unsaid-leavers.ts'
import { exceptions } from './support/table-cells.ts'
import type { RehearsalWorld } from './support/world.ts'

Given('sources that answer for its clan', async function (this: RehearsalWorld) {
  await this.harvests.answer('nobody')
})

Given(
  'sources that answer for its clan, of which {leaving} has left',
  async function (this: RehearsalWorld, leaving: Leaving) {
    await this.harvests.answer(leaving)
  },
)

Given('a harvest of this state is set aside', async function (this: RehearsalWorld) {
  const { target, outcome } = await this.changedAside(this.harvests.change)
  await this.harvests.settle(outcome)
  this.copies.setAside(target)
})

When('the clan is harvested', async function (this: RehearsalWorld) {
  await this.harvests.settle(await this.change(this.harvests.change))
})

When(
  'the clan is harvested while these answers fail',
  async function (this: RehearsalWorld, table: DataTable) {
    await this.harvests.fail(table.hashes())
    await this.harvests.run(await this.ownTarget())
  },
)

When('the sources answer for the whole clan again', async function (this: RehearsalWorld) {
  await this.harvests.answer('nobody')
})

When(
  'a harvest is killed after {rate} of its statements',
  async function (this: RehearsalWorld, part: number) {
    await this.harvests.kill(await this.ownTarget(), part)
  },
)

When('this state is set aside', async function (this: RehearsalWorld) {
  await this.setAside()
})

Then('nothing has failed', judgeFailures)
Then('exactly these have failed, and each is listed', judgeFailures)

Then('nobody is removed, and the harvest says so', async function (this: RehearsalWorld) {
  this.submit([[await unsaidLeavers(this, 'kept', 'none'), none]])
})

Then('the harvest says what it has stored', function (this: RehearsalWorld) {
  this.submit([[unsaidCounts(this), none]])
})

Then('everything that was answered is stored, once', async function (this: RehearsalWorld) {
  const measurements = await storedRows(this)
  this.submit(measurements.map((measurement) => [measurement, none]))
})

Then(
  'every row of before is still there with its values, except',
  async function (this: RehearsalWorld, table: DataTable) {
    const expected = await this.origin.requests()
    const differences = await observeDifferences(this.target, this.origin.target, expected)
    this.submit([[keptRows(expected, differences, exceptions(table)), none]])
  },
)

Then('every row is the one that was set aside', async function (this: RehearsalWorld) {
  const expected = everyColumn(await observeCatalog(this.copies.aside))
  const differences = await observeDifferences(this.target, this.copies.aside, expected)
  this.submit([[differingRows(expected, differences), none]])
})

Then(
  /^those who left are (removed|kept), and the harvest says "(removed|too many|unknown)"$/,
  async function (this: RehearsalWorld, fate: string, says: string) {
    this.submit([[await unsaidLeavers(this, fate, says), none]])
  },
)

function judgeFailures(this: RehearsalWorld): void {
  this.submit([[unlistedFailures(this), none]])
}
