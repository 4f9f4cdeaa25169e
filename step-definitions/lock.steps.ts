import { type DataTable, Then, When } from '@cucumber/cucumber'
import { listProfiles } from '../src/fixture/list-profiles.ts'
import { atMost, none } from '../src/harness/gate/tolerance.ts'
import { lockTimes } from '../src/harness/measurement/lock-times.ts'
import { unmetExpectations } from '../src/harness/measurement/unmet-expectations.ts'
import type { Destination } from '../src/harness/migration/migrate.ts'
import { observeAnswers } from '../src/harness/observation/observe-answers.ts'
import { stepOf } from './support/step-of.ts'
import { durationCell, lockCell, profileCell } from './support/table-cells.ts'
import type { RehearsalWorld } from './support/world.ts'
import { afterCopying, MEANWHILE, meanwhileFound } from './support/written-meanwhile.ts'

Then(
  'no migration closes a table for longer than its limit',
  async function (this: RehearsalWorld, table: DataTable) {
    const { place } = await this.laboratory()
    const profiles = await listProfiles()
    const steps = this.judgedSteps()
    this.submit(
      table.hashes().map((row) => {
        const limit = profileCell(row, place, profiles, ['migration', 'to'])
        const locks = lockTimes([stepOf(steps, row.migration)], lockCell(row.to))
        return [locks, atMost(durationCell(limit))]
      }),
    )
  },
)

When(
  'the database migrates to {migration}, and a message is written once the rows are copied',
  async function (this: RehearsalWorld, destination: Destination) {
    const { address } = await this.ownTarget()
    await this.migrate(destination, { interrupt: afterCopying(address, (said) => this.writings.push(said)) })
  },
)

Then('the message is there, or its writer was refused', async function (this: RehearsalWorld) {
  const answers = await observeAnswers(this.target, [MEANWHILE])
  this.submit([[unmetExpectations('what was written', meanwhileFound(this.writings, answers)), none]])
})
