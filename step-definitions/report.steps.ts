import { type DataTable, Then } from '@cucumber/cucumber'
import { atLeast, atMost, none } from '../src/harness/gate/tolerance.ts'
import { bestTime } from '../src/harness/measurement/best-time.ts'
import { comparedShare } from '../src/harness/measurement/compared-share.ts'
import type { Demand } from './support/demand.ts'
import { type Document, differingDocuments } from './support/report/differing-documents.ts'
import { heldAnswers } from './support/report/held-answers.ts'
import { schemaFaults } from './support/report/schema-faults.ts'
import { type Shown, type ShownOptions, shown, tellable } from './support/report/shown.ts'
import { shownOtherwise } from './support/report/shown-otherwise.ts'
import { type Rows, rowsOfCsv, rowsOfDashboard } from './support/report/shown-rows.ts'
import { timeWholeReport } from './support/report-data.ts'
import { mustBeSharedNames } from './support/shared-names.ts'
import type { RehearsalWorld } from './support/world.ts'

Then(
  'the {document} by username is the same as before',
  async function (this: RehearsalWorld, document: Document) {
    const before = await shownBefore(this)
    const now = await shownNow(this, { family: 'by username' })
    this.submit([[differingDocuments(`the ${document}, by username`, document, before, now), none]])
  },
)

Then(
  'the {document} by id is the same, for at least {rate} of the members',
  async function (this: RehearsalWorld, document: Document, least: number, butFor: DataTable) {
    mustBeSharedNames(butFor)
    const product = await (await this.laboratory()).product()
    const { names, members } = await tellable(this.origin.target, product)
    const before = await shownBefore(this)
    const now = await shownNow(this, { family: 'by id', known: names })
    this.submit([
      [comparedShare('members', names.size, members), atLeast(least)],
      [differingDocuments(`the ${document}, by id`, document, before, now), none],
    ])
  },
)

Then(
  'the activity report as a CSV file shows what the database holds',
  async function (this: RehearsalWorld) {
    const product = await (await this.laboratory()).product()
    const { report } = await shownNow(this, { family: 'by id' })
    this.submit(await otherThanHeld(this, { report: rowsOfCsv(product.activityCsv(report)) }))
  },
)

Then('the dashboard shows what the database holds', async function (this: RehearsalWorld) {
  const { dashboard } = await shownNow(this, { family: 'by id' })
  this.submit(await otherThanHeld(this, rowsOfDashboard(dashboard)))
})

Then('the dashboard by id is valid by {string}', async function (this: RehearsalWorld, schema: string) {
  const product = await (await this.laboratory()).product()
  const { dashboard, report } = await shownNow(this, { family: 'by id' })
  this.submit([[await schemaFaults(schema, product.dashboardJson(dashboard), report.length), none]])
})

Then(
  'the activity report takes at most {duration}, at its best',
  async function (this: RehearsalWorld, limit: number) {
    const product = await (await this.laboratory()).product()
    const timing = await timeWholeReport(this.target, product)
    this.addTimings([timing])
    this.submit([[bestTime(timing, 'by id'), atMost(limit)]])
  },
)

/** What is shown, by the queries that have to give the same. */
async function otherThanHeld(
  world: RehearsalWorld,
  shown: Readonly<Record<string, Rows>>,
): Promise<readonly Demand[]> {
  const laboratory = await world.laboratory()
  const answers = await world.observed('what is to be shown', (target) => heldAnswers(target, laboratory))
  return Object.entries(shown).map(([name, rows]) => [shownOtherwise(answers, name, rows), none])
}

/** By username there is one answer only, which several scenarios ask for. */
async function shownBefore(world: RehearsalWorld): Promise<Shown> {
  const { origin } = world
  const product = await (await world.laboratory()).product()
  return origin.once('shown by username', () => shown(origin.target, product, { family: 'by username' }))
}

async function shownNow(world: RehearsalWorld, options: ShownOptions): Promise<Shown> {
  const product = await (await world.laboratory()).product()
  const question = `shown ${options.family} of ${options.known?.size ?? 'all'}`
  return world.observed(question, (target) => shown(target, product, options))
}
