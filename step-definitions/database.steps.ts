import { Given, When } from '@cucumber/cucumber'
import type { Destination } from '../src/harness/migration/migrate.ts'
import { type FailurePoint, interruptionAt } from './support/failure-point.ts'
import { statementsOf } from './support/statements-of.ts'
import type { RehearsalWorld } from './support/world.ts'

Given('the database at {migration}', takeDatabase)
Given('the database migrated to {migration}', takeDatabase)

Given(
  'the database migrated from {migration} to {migration}',
  async function (this: RehearsalWorld, from: Destination, to: Destination) {
    const laboratory = await this.laboratory()
    const past = laboratory.past(from)
    if (past !== undefined) return this.doesNotApply(alreadyAt(past))
    this.take(await laboratory.fixture(to, from))
  },
)

Given('an empty database', async function (this: RehearsalWorld) {
  const laboratory = await this.laboratory()
  this.take(laboratory.empty())
})

Given('the time that copying it takes', async function (this: RehearsalWorld) {
  const { store } = await this.laboratory()
  this.copyMilliseconds = await store.timeCopy(this.origin.state)
})

When('the database migrates to {migration}', async function (this: RehearsalWorld, destination: Destination) {
  await this.migrate(destination)
})

When(
  'the migration {migration} fails {failure point}',
  async function (this: RehearsalWorld, migration: string, point: FailurePoint) {
    const statements = await statementsOf(await this.laboratory(), migration)
    await this.migrate(migration, { interrupt: interruptionAt(migration, point, statements) })
  },
)

async function takeDatabase(this: RehearsalWorld, at: Destination): Promise<'skipped' | undefined> {
  const laboratory = await this.laboratory()
  const past = laboratory.past(at)
  if (past !== undefined) return this.doesNotApply(alreadyAt(past))
  this.take(await laboratory.fixture(at))
}

function alreadyAt(migration: string): string {
  return `begins before ${migration}, and the database has that behind it`
}
