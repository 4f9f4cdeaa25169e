import { observeCatalog } from '../../../src/harness/observation/observe-catalog.ts'
import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import type { HarvestFailure } from '../../../src/pipeline/harvest/harvest-result.ts'
import type { Harvests } from '../harvest/harvests.ts'
import type { Product } from '../product.ts'
import { type Family, type Shown, shown, tellable } from '../report/shown.ts'

/** What the whole pipeline left in one state of the schema: harvest, report, dashboard, and the files made of them. */
export interface PipelineRun {
  /** As the plan calls it. */
  readonly state: string
  readonly family: Family
  readonly failures: readonly HarvestFailure[]
  /** Of the whole clan. */
  readonly members: number
  readonly csv: string
  readonly workbook: Uint8Array
  readonly export: string
  /** What both families can know: nothing of members whom a name does not tell from others. */
  readonly comparable: Shown
}

/** Runs all of it, as the product does on a schema like this one: by id where the links are, by username before. */
export async function pipelineRun(
  state: string,
  target: OpenTarget,
  product: Product,
  harvests: Harvests,
): Promise<PipelineRun> {
  const { failures } = await harvests.run(target)
  const family = (await hasLinks(target)) ? 'by id' : 'by username'
  const whole = await shown(target, product, { family })
  const { names, members } = await tellable(target, product)
  return {
    state,
    family,
    failures,
    members,
    csv: product.activityCsv(whole.report),
    workbook: await product.activityWorkbook(whole.report),
    export: product.dashboardJson(whole.dashboard),
    comparable: family === 'by id' ? await shown(target, product, { family, known: names }) : whole,
  }
}

async function hasLinks(target: OpenTarget): Promise<boolean> {
  const { tables } = await observeCatalog(target)
  const snapshots = tables.find(({ name }) => name === 'wom_snapshots')
  return snapshots?.columns.some(({ name }) => name === 'user_id') ?? false
}
