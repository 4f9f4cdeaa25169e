import { Then } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { differingAnswers } from '../src/harness/measurement/differing-answers.ts'
import { differingRows } from '../src/harness/measurement/differing-rows.ts'
import type { Destination } from '../src/harness/migration/migrate.ts'
import { everyColumn } from '../src/harness/observation/every-column.ts'
import { observeCanonicalDifferences } from '../src/harness/observation/observe-canonical-differences.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import type { OpenTarget } from '../src/harness/target/open-target.ts'
import { type Engine, engineName } from '../src/harness/vocabulary/engine.ts'
import { answersById } from './support/answers.ts'
import { observeClan } from './support/clan.ts'
import type { Demand } from './support/demand.ts'
import { cutoffOf } from './support/look-back.ts'
import { METHOD_NAMES } from './support/methods.ts'
import { differingDocuments } from './support/report/differing-documents.ts'
import { partsOf } from './support/report/parts-of.ts'
import { shown } from './support/report/shown.ts'
import type { RehearsalWorld } from './support/world.ts'

Then(
  'every row is the same as on {engine} at {migration}',
  async function (this: RehearsalWorld, engine: Engine, at: Destination) {
    const other = await fixtureOn(this, engine, at)
    const expected = everyColumn(await observeCatalog(other))
    const differences = await observeCanonicalDifferences(this.target, other, expected)
    this.submit([[differingRows(expected, differences), none]])
  },
)

Then(
  'every method by id has the same answer as on {engine}, looking back {period}',
  async function (this: RehearsalWorld, engine: Engine, days: number) {
    const other = await fixtureOn(this, engine, 'head')
    const product = await (await this.laboratory()).product()
    const { members } = await observeClan(other, product)
    const question = { cutoff: await cutoffOf(other, days), members: members.map(({ id }) => id) }
    const demands: Demand[] = []
    for (const method of METHOD_NAMES) {
      const expected = await answersById(other, product, method, question)
      const actual = await answersById(this.target, product, method, question)
      const subject = `${method}, as on ${engineName(engine)}`
      demands.push([differingAnswers(subject, byText(expected), byText(actual)), none])
    }
    this.submit(demands)
  },
)

Then(
  'the activity report and the dashboard are the same as on {engine}',
  async function (this: RehearsalWorld, engine: Engine) {
    const product = await (await this.laboratory()).product()
    const expected = await shown(await fixtureOn(this, engine, 'head'), product, { family: 'by id' })
    const actual = await shown(this.target, product, { family: 'by id' })
    const documents = ['activity report', 'dashboard'] as const
    this.submit(
      documents.map((document) => {
        const subject = `the ${document}, as on ${engineName(engine)}`
        return [differingDocuments(subject, partsOf(document, expected), partsOf(document, actual)), none]
      }),
    )
  },
)

/** The run's fixture on another engine, as a finished state. */
async function fixtureOn(world: RehearsalWorld, engine: Engine, at: Destination): Promise<OpenTarget> {
  const { current } = await (await world.laboratory(engine)).fixture(at)
  if (!current) throw new Error(`the fixture has no state on ${engineName(engine)}`)
  return current.target
}

function byText(answers: ReadonlyMap<number, unknown>): ReadonlyMap<string, unknown> {
  return new Map([...answers].map(([id, answer]) => [`member ${id}`, answer]))
}
