import { type DataTable, Then } from '@cucumber/cucumber'
import { atLeast, atMost, none } from '../src/harness/gate/tolerance.ts'
import { bestTime } from '../src/harness/measurement/best-time.ts'
import { comparedShare } from '../src/harness/measurement/compared-share.ts'
import type { OpenTarget } from '../src/harness/target/open-target.ts'
import type { Demand } from './support/demand.ts'
import type { Product } from './support/product.ts'
import { differingDocuments } from './support/report/differing-documents.ts'
import { heldAnswers } from './support/report/held-answers.ts'
import { type Document, type Parts, partsOfDashboard, partsOfReport } from './support/report/parts-of.ts'
import { schemaFaults } from './support/report/schema-faults.ts'
import {
  type Shown,
  type ShownOptions,
  shown,
  shownDashboard,
  shownReport,
  tellable,
} from './support/report/shown.ts'
import { shownOtherwise } from './support/report/shown-otherwise.ts'
import { type Rows, rowsOfCsv, rowsOfDashboard } from './support/report/shown-rows.ts'
import { timeWholeReport } from './support/report-data.ts'
import { mustBeSharedNames } from './support/shared-names.ts'
import type { RehearsalWorld } from './support/world.ts'

Then(
  'the {document} by username is the same as before',
  async function (this: RehearsalWorld, document: Document) {
    const before = await partsBefore(this, document)
    const now = await partsNow(this, document, { family: 'by username' })
    this.submit([[differingDocuments(`the ${document}, by username`, before, now), none]])
  },
)

Then(
  'the {document} by id is the same, for at least {rate} of the members',
  async function (this: RehearsalWorld, document: Document, least: number, butFor: DataTable) {
    mustBeSharedNames(butFor)
    const product = await (await this.laboratory()).product()
    const { names, members } = await tellable(this.origin.target, product)
    const before = await partsBefore(this, document)
    const now = await partsNow(this, document, { family: 'by id', known: names })
    this.submit([
      [comparedShare('members', names.size, members), atLeast(least)],
      [differingDocuments(`the ${document}, by id`, before, now), none],
    ])
  },
)

Then(
  'the activity report as a CSV file shows what the database holds',
  async function (this: RehearsalWorld) {
    const product = await (await this.laboratory()).product()
    const { report } = await shownNow(this)
    this.submit(await otherThanHeld(this, { report: rowsOfCsv(product.activityCsv(report)) }))
  },
)

Then('the dashboard shows what the database holds', async function (this: RehearsalWorld) {
  const { dashboard } = await shownNow(this)
  this.submit(await otherThanHeld(this, rowsOfDashboard(dashboard)))
})

Then('the dashboard by id is valid by {string}', async function (this: RehearsalWorld, schema: string) {
  const product = await (await this.laboratory()).product()
  const { dashboard, report } = await shownNow(this)
  this.submit([[await schemaFaults(schema, product.dashboardJson(dashboard), report.length), none]])
})

Then(
  'the activity report takes at most {duration}, at its best',
  async function (this: RehearsalWorld, limit: number) {
    const product = await (await this.laboratory()).product()
    const timing = await timeWholeReport(this.target, product)
    await this.addTimings([timing])
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
async function partsBefore(world: RehearsalWorld, document: Document): Promise<Parts> {
  const { origin } = world
  const product = await (await world.laboratory()).product()
  return origin.once(`${document} by username`, () =>
    partsShown(origin.target, product, document, { family: 'by username' }),
  )
}

async function partsNow(world: RehearsalWorld, document: Document, options: ShownOptions): Promise<Parts> {
  const product = await (await world.laboratory()).product()
  const question = `${document} ${options.family} of ${options.known?.size ?? 'all'}`
  return world.observed(question, (target) => partsShown(target, product, document, options))
}

async function partsShown(
  target: OpenTarget,
  product: Product,
  document: Document,
  options: ShownOptions,
): Promise<Parts> {
  return document === 'dashboard'
    ? partsOfDashboard(await shownDashboard(target, product, options))
    : partsOfReport(await shownReport(target, product, options))
}

/** What is shown by id, which is quick. */
async function shownNow(world: RehearsalWorld): Promise<Shown> {
  const product = await (await world.laboratory()).product()
  return world.observed('shown by id', (target) => shown(target, product, { family: 'by id' }))
}
