import { type TimingFigures, timingFigures } from '../measurement/timing-figures.ts'
import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import type { ClockName, TimedOperation, Timing } from '../vocabulary/timing.ts'

/** A timing of the run, with the scenario that submitted it. */
export interface TimingGroup {
  readonly scenario: ScenarioRecord
  readonly subject: string
  readonly clock: ClockName
  /** The first is what the others are held against. */
  readonly rows: readonly TimingRow[]
}

/** One operation in figures. */
export interface TimingRow {
  readonly operation: TimedOperation
  readonly figures: TimingFigures
  readonly isFirst: boolean
  /** Its median over the first operation's; undefined where that is nothing, or too little for the clock. */
  readonly timesTheFirst: number | undefined
  /** Its rows over the first operation's; undefined where one of the two does not say, or has none. */
  readonly timesTheRows: number | undefined
}

/** The timings of a run in its order, those of the same subject side by side. */
export function timingGroups({ scenarios }: RunRecord): readonly TimingGroup[] {
  const groups = scenarios.flatMap((scenario) => scenario.timings.map((timing) => groupOf(scenario, timing)))
  const subjects = [...new Set(groups.map(({ subject }) => subject))]
  return subjects.flatMap((subject) => groups.filter((group) => group.subject === subject))
}

function groupOf(scenario: ScenarioRecord, { subject, clock, operations }: Timing): TimingGroup {
  const figured = operations.map((operation) => ({
    operation,
    figures: timingFigures(operation.milliseconds),
  }))
  const [first] = figured
  const rows = figured.map(({ operation, figures }, index) => ({
    operation,
    figures,
    isFirst: index === 0,
    timesTheFirst: times(figures.median, first?.figures.median),
    timesTheRows: times(operation.rows, first?.operation.rows),
  }))
  return { scenario, subject, clock, rows }
}

function times(value: number | undefined, first: number | undefined): number | undefined {
  return value === undefined || first === undefined || first === 0 ? undefined : value / first
}
