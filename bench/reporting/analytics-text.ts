import { pairedRatio } from '../../src/harness/measurement/paired-ratio.ts'
import { timedOperation } from '../../src/harness/measurement/timed-operation.ts'
import { timingFigures } from '../../src/harness/measurement/timing-figures.ts'
import { formatCount, formatDuration, formatRatio } from '../../src/harness/vocabulary/format.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import {
  type AnalyticsMeasured,
  type MethodMeasured,
  type Stated,
  WAYS,
} from '../figures/analytics-measured.ts'
import { plainTable } from './plain-table.ts'

/** The analytics as two tables: the three ways of asking side by side, and what their ratios depend on. */
export function analyticsText(measured: AnalyticsMeasured): string {
  const { state, cutoff, members, comparable, membersAsked, methods, dependsOn } = measured
  const [byUsername, byId, byHand] = [WAYS.byUsername, WAYS.byId, WAYS.byHand]
  const sideBySide = plainTable(
    [
      'Analytics',
      `${byUsername}\n(legacy)`,
      byId,
      byHand,
      `${byId} ÷\n${byHand}`,
      `${byUsername} ÷\n${byId}`,
      'Rounds',
      'Required',
      'Met',
    ],
    methods.map(methodRow),
  )
  const dependence = plainTable(
    ['What it depends on', 'Where', 'Time', 'Baseline', 'Time ÷ baseline', 'Rounds'],
    dependsOn.map(statedRow),
  )
  return [
    sideBySide,
    `On: ${state}.`,
    `Since ${cutoff}, the last snapshot that is 30 days older than the newest one. "one member": ${membersAsked} of them, one after the other. "gains": both maps and what is between them.`,
    `Equal answers in all three ways: by id of all ${formatCount(members)} members; by username of ${formatCount(comparable)}, leaving out ${formatCount(members - comparable)} whose normalised name is not theirs alone.`,
    'Times are medians, by the clock on the wall; a ratio is the median of the ratios of each round, in brackets its interval of 90 %.',
    dependence,
    'Stated, not required.',
  ].join('\n')
}

function methodRow({ timing, requirements }: MethodMeasured): readonly string[] {
  return [
    timing.subject,
    middle(timing, WAYS.byUsername),
    middle(timing, WAYS.byId),
    middle(timing, WAYS.byHand),
    ratio(timing, WAYS.byId, WAYS.byHand),
    ratio(timing, WAYS.byUsername, WAYS.byId),
    rounds(timing),
    requirements.map(({ required }) => required).join('\n'),
    requirements.map(({ met }) => (met ? 'yes' : 'NO')).join('\n'),
  ]
}

function statedRow({ timing, where, of, over }: Stated): readonly string[] {
  return [
    timing.subject,
    where,
    `${of} ${middle(timing, of)}`,
    `${over} ${middle(timing, over)}`,
    ratio(timing, of, over),
    rounds(timing),
  ]
}

function middle(timing: Timing, name: string): string {
  return formatDuration(timingFigures(timedOperation(timing, name).milliseconds).median)
}

function ratio(timing: Timing, of: string, over: string): string {
  const { value, interval } = pairedRatio(timedOperation(timing, of), timedOperation(timing, over))
  if (interval === undefined) return 'too few rounds to say'
  return `${formatRatio(value)} [${formatRatio(interval.low)} – ${formatRatio(interval.high)}]`
}

function rounds({ operations }: Timing): string {
  return String(operations[0]?.milliseconds.length ?? 0)
}
