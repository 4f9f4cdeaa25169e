import { Given, Then } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { catalogDrift } from '../src/harness/measurement/catalog-drift.ts'
import { objectsAhead } from '../src/harness/measurement/objects-ahead.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { observeDifferences } from '../src/harness/observation/observe-differences.ts'
import { standingOf } from '../src/staging/standing-of.ts'
import { openNamedSource } from './support/named-source.ts'
import { goneRows, sameRows } from './support/source-rows.ts'
import type { RehearsalWorld } from './support/world.ts'

Given('the database as it was taken in', async function (this: RehearsalWorld) {
  const laboratory = await this.laboratory()
  this.take(await laboratory.fixture(laboratory.first))
})

Given('the database as it was taken in, migrated to head', async function (this: RehearsalWorld) {
  const laboratory = await this.laboratory()
  this.take(await laboratory.fixture('head', laboratory.first))
})

Then(
  'the database that was named has the same catalog and the same rows',
  async function (this: RehearsalWorld) {
    const source = await openNamedSource()
    const expected = await this.origin.requests()
    const differences = await observeDifferences(source, this.origin.target, expected)
    this.submit([
      [catalogDrift('its catalog', await this.origin.catalog(), await observeCatalog(source)), none],
      [this.parameters.live ? goneRows(differences) : sameRows(expected, differences), none],
    ])
  },
)

Then('nothing is there that only a later migration makes', async function (this: RehearsalWorld) {
  const { history } = await this.laboratory()
  const { findings } = await standingOf(this.target, history)
  this.submit([[objectsAhead(findings, await observeCatalog(this.target)), none]])
})
