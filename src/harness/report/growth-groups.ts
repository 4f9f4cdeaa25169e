import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import { type TimingGroup, timingGroups } from './timing-groups.ts'
import { isSized } from './timing-subjects.ts'

/** Timings of one scenario over databases of several sizes: those that were repeated, and those that were taken once. */
export interface GrowthGroup {
  readonly scenario: ScenarioRecord
  readonly repeated: readonly TimingGroup[]
  readonly once: readonly TimingGroup[]
}

/** The growths of a run, scenario by scenario, in its order. */
export function growthGroups(run: RunRecord): readonly GrowthGroup[] {
  const groups = timingGroups(run).filter(isSized)
  return run.scenarios
    .map((scenario) => {
      const own = groups.filter((group) => group.scenario === scenario)
      const isRepeated = ({ rows }: TimingGroup) => rows.some(({ figures }) => figures.repetitions > 1)
      return {
        scenario,
        repeated: own.filter(isRepeated),
        once: own.filter((group) => !isRepeated(group)),
      }
    })
    .filter(({ repeated, once }) => repeated.length + once.length > 0)
}
