import { type DataTable, Then } from '@cucumber/cucumber'
import { listProfiles } from '../src/fixture/list-profiles.ts'
import { atMost } from '../src/harness/gate/tolerance.ts'
import { lockTimes } from '../src/harness/measurement/lock-times.ts'
import { stepOf } from './support/step-of.ts'
import { durationCell, lockCell, profileCell } from './support/table-cells.ts'
import type { RehearsalWorld } from './support/world.ts'

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
