import { Then, When } from '@cucumber/cucumber'
import { atMost } from '../src/harness/gate/tolerance.ts'
import { databaseGrowth } from '../src/harness/measurement/database-growth.ts'
import { peakMemory } from '../src/harness/measurement/peak-memory.ts'
import { observeMemory } from '../src/harness/observation/observe-memory.ts'
import { observeSize } from '../src/harness/observation/observe-size.ts'
import { askEverything } from './support/report-data.ts'
import type { RehearsalWorld } from './support/world.ts'

Then('the database has grown by at most {rate}', async function (this: RehearsalWorld, rate: number) {
  const before = await observeSize(this.origin.target)
  this.submit([[databaseGrowth('the database', before, await observeSize(this.target)), atMost(rate)]])
})

When(
  'the methods by id and the activity report run, looking back {period}',
  async function (this: RehearsalWorld, days: number) {
    await askEverything(this.target, await (await this.laboratory()).product(), days)
  },
)

Then('the process has never held more than {size}', function (this: RehearsalWorld, most: number) {
  this.submit([[peakMemory('the process', observeMemory()), atMost(most)]])
})
