import { type DataTable, Then, When } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import type { Demand } from './support/demand.ts'
import { pipelineRun } from './support/pipeline/pipeline-run.ts'
import { stateCell } from './support/pipeline/state-cell.ts'
import { unfinishedRun } from './support/pipeline/unfinished-run.ts'
import { differingDocuments } from './support/report/differing-documents.ts'
import { partsOf } from './support/report/parts-of.ts'
import type { RehearsalWorld } from './support/world.ts'

When(
  'the pipeline runs on these states of the database',
  async function (this: RehearsalWorld, table: DataTable) {
    const product = await (await this.laboratory()).product()
    for (const { state = '' } of table.hashes()) {
      const { at, onTo } = stateCell(state)
      const target = await this.copyAt(at, onTo)
      this.pipelineRuns.push(await pipelineRun(state, target, product, this.harvests))
    }
  },
)

Then('it has run to its end each time', function (this: RehearsalWorld) {
  this.submit(this.pipelineRuns.map((run) => [unfinishedRun(run), none]))
})

Then('it has shown the same each time', function (this: RehearsalWorld) {
  const [first, ...others] = this.pipelineRuns
  if (!first) throw new Error('The pipeline has not run yet.')
  const demands = others.flatMap((run): Demand[] =>
    (['activity report', 'dashboard'] as const).map((document) => [
      differingDocuments(
        `the ${document} at ${run.state}, ${run.family}`,
        partsOf(document, first.comparable),
        partsOf(document, run.comparable),
      ),
      none,
    ]),
  )
  this.submit(demands)
})
