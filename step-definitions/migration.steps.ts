import { type DataTable, Then } from '@cucumber/cucumber'
import { atMost, none } from '../src/harness/gate/tolerance.ts'
import { interruptedOnly } from '../src/harness/measurement/interrupted-only.ts'
import {
  misplacedMigrations,
  pendingMigrations,
  recordDrift,
  unknownMigrations,
} from '../src/harness/measurement/record-faults.ts'
import { duration, growth, unexpectedSteps } from '../src/harness/measurement/timeline.ts'
import type { Destination } from '../src/harness/migration/migrate.ts'
import { observeHistory } from '../src/harness/observation/observe-history.ts'
import { INTERRUPTION } from './support/failure-point.ts'
import { stepOf } from './support/step-of.ts'
import { rateCell } from './support/table-cells.ts'
import type { RehearsalWorld } from './support/world.ts'

Then('every migration goes through', function (this: RehearsalWorld, expected: DataTable) {
  this.submit([[unexpectedSteps(this.judgedSteps(), expected.raw().flat()), none]])
})

Then('no migration runs', function (this: RehearsalWorld) {
  this.submit([[unexpectedSteps(this.judgedSteps(), []), none]])
})

Then('the migration has failed and nothing else', function (this: RehearsalWorld) {
  this.submit([[interruptedOnly(this.judgedSteps(), INTERRUPTION), none]])
})

Then('the record lists every migration in order', async function (this: RehearsalWorld) {
  await judgeRecord(this, 'head')
})

Then(
  'the record lists every migration up to {migration}',
  async function (this: RehearsalWorld, last: Destination) {
    await judgeRecord(this, last)
  },
)

Then('the record is the same as before', async function (this: RehearsalWorld) {
  const before = (await this.origin.record()).map(({ name, timestamp }) => ({
    name,
    recordedName: name,
    timestamp,
  }))
  this.submit([[recordDrift(await observeHistory(this.target), before), none]])
})

Then('no migration is pending', async function (this: RehearsalWorld) {
  const { history } = await this.laboratory()
  this.submit([[pendingMigrations(await observeHistory(this.target), history), none]])
})

Then('no unknown migration is recorded', async function (this: RehearsalWorld) {
  const { history } = await this.laboratory()
  this.submit([[unknownMigrations(await observeHistory(this.target), history), none]])
})

Then('no migration is recorded out of order', async function (this: RehearsalWorld) {
  this.submit([[misplacedMigrations(await observeHistory(this.target)), none]])
})

Then(
  'no migration lets the database grow by more than its budget',
  function (this: RehearsalWorld, budgets: DataTable) {
    const steps = this.judgedSteps()
    this.submit(
      budgets.hashes().map((row) => [growth(stepOf(steps, row.migration)), atMost(rateCell(row['at most']))]),
    )
  },
)

Then(
  'no migration takes longer than its budget, and budgets below {duration} are {duration}',
  function (this: RehearsalWorld, _below: number, least: number, budgets: DataTable) {
    const steps = this.judgedSteps()
    const limit = (times: string | undefined) =>
      atMost(Math.max(least, Number(times) * (this.copyMilliseconds ?? Number.NaN)))
    this.submit(
      budgets
        .hashes()
        .map((row) => [duration(stepOf(steps, row.migration)), limit(row['at most, times the copying'])]),
    )
  },
)

async function judgeRecord(world: RehearsalWorld, last: Destination): Promise<void> {
  const laboratory = await world.laboratory()
  world.submit([[recordDrift(await observeHistory(world.target), laboratory.historyUpTo(last)), none]])
}
