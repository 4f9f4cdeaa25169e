import { Then, When } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { catalogDrift } from '../src/harness/measurement/catalog-drift.ts'
import { differingRows } from '../src/harness/measurement/differing-rows.ts'
import { unmetExpectations } from '../src/harness/measurement/unmet-expectations.ts'
import { answerable, everyColumn } from '../src/harness/observation/every-column.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { observeDifferences } from '../src/harness/observation/observe-differences.ts'
import type { RehearsalWorld } from './support/world.ts'

When('the database is backed up', async function (this: RehearsalWorld) {
  await this.backups.take(this.target, new Date())
})

When('the database is backed up within the same second', async function (this: RehearsalWorld) {
  await this.backups.take(this.target, this.backups.takenAt)
})

When('the backup is restored', async function (this: RehearsalWorld) {
  await this.backups.tryToRestore(await this.ownTarget())
})

When('the backup loses its last byte', async function (this: RehearsalWorld) {
  await this.backups.damage('last byte')
})

When('the backup has one of its bytes changed', async function (this: RehearsalWorld) {
  await this.backups.damage('one byte')
})

When('the backup loses its record', async function (this: RehearsalWorld) {
  await this.backups.damage('record')
})

When('the backup is of something else', async function (this: RehearsalWorld) {
  await this.backups.takeOfSomethingElse((await this.laboratory()).empty())
})

Then('the backup was whole, and so is what it gave back', function (this: RehearsalWorld) {
  this.submit([[unmetExpectations('backup and restoring', this.backups.wholeness), none]])
})

Then('restoring is refused, saying {string}', function (this: RehearsalWorld, words: string) {
  this.submit([[unmetExpectations('restoring', this.backups.refusedSaying(words)), none]])
})

Then('there are as many backups as were taken, and each is whole', async function (this: RehearsalWorld) {
  this.submit([[unmetExpectations('backups', await this.backups.listed()), none]])
})

Then('the backup holds what the database holds', async function (this: RehearsalWorld) {
  const held = this.copies.own(await this.anotherCopy())
  await this.backups.restore(held)
  const catalog = await observeCatalog(held)
  const now = await observeCatalog(this.target)
  const expected = everyColumn(catalog)
  const differences = await observeDifferences(this.target, held, answerable(expected, now))
  this.submit([
    [catalogDrift('catalog', catalog, now), none],
    [differingRows(expected, differences), none],
  ])
})
