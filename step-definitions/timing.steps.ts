import { type DataTable, Then, When } from '@cucumber/cucumber'
import { listProfiles } from '../src/fixture/list-profiles.ts'
import { atLeast, atMost } from '../src/harness/gate/tolerance.ts'
import { bestTime } from '../src/harness/measurement/best-time.ts'
import { costGrowth } from '../src/harness/measurement/cost-growth.ts'
import { timingRatio } from '../src/harness/measurement/timing-ratio.ts'
import { methodPlans } from './support/method-plans.ts'
import { methodRows } from './support/method-rows.ts'
import { timeReport } from './support/report-data.ts'
import { durationCell, profileCell, ratioCell } from './support/table-cells.ts'
import { migrationTimes, sizedFixtures, timeAcross } from './support/timed-fixtures.ts'
import { timeById, timeTwins } from './support/timed-methods.ts'
import type { RehearsalWorld } from './support/world.ts'

Then(
  'no method by id takes longer than its limit at its best, looking back {period}',
  async function (this: RehearsalWorld, days: number, table: DataTable) {
    const product = await (await this.laboratory()).product()
    const rows = methodRows(table.hashes())
    const methods = rows.map(({ method }) => method)
    await this.addTimings(await timeById(this.target, product, days, methods))
    this.addPlans(await methodPlans(this.target, product, days, methods, ['by id']))
    this.submit(
      rows.map((row) => [bestTime(this.timingOf(row.method), 'by id'), atMost(durationCell(row['at most']))]),
    )
  },
)

Then(
  'by username takes at least so many times what by id takes, looking back {period}',
  async function (this: RehearsalWorld, days: number, table: DataTable) {
    const laboratory = await this.laboratory()
    const product = await laboratory.product()
    const profiles = await listProfiles()
    const limits = methodRows(table.hashes()).map((row) => ({
      method: row.method,
      least: ratioCell(profileCell(row, laboratory.place, profiles, ['method'])),
    }))
    const methods = limits.map(({ method }) => method)
    await this.addTimings(await timeTwins(this.target, product, days, limits))
    this.addPlans(await methodPlans(this.target, product, days, methods, ['by id', 'by username']))
    this.submit(
      limits.map(({ method, least }) => [
        timingRatio(this.timingOf(method), { of: 'by username', over: 'by id' }),
        atLeast(least),
      ]),
    )
  },
)

Then(
  'the data of the activity report take at most {duration}, at their best',
  async function (this: RehearsalWorld, limit: number) {
    const product = await (await this.laboratory()).product()
    const timing = await timeReport(this.target, product)
    await this.addTimings([timing])
    this.submit([[bestTime(timing, 'by id'), atMost(limit)]])
  },
)

When(
  'the methods by id run on these fixtures, looking back {period}',
  async function (this: RehearsalWorld, days: number, fixtures: DataTable) {
    const laboratory = await this.laboratory()
    const sized = await sizedFixtures(laboratory, fixtures.raw().flat())
    await this.addTimings(await timeAcross(sized, await laboratory.product(), days))
    await this.addTimings(migrationTimes(sized))
  },
)

Then('their time grows, for each time that the rows grow', function (this: RehearsalWorld, table: DataTable) {
  this.submit(
    methodRows(table.hashes()).map(({ method, from = '', to = '', 'at most': most }) => [
      costGrowth(this.timingOf(method), { from, to }),
      atMost(ratioCell(most)),
    ]),
  )
})
