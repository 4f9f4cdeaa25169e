import { dot, gridY, line, link, ruleX } from '@observablehq/plot'
import { max, min } from 'simple-statistics'
import type { Judgement } from '../gate/judgement.ts'
import { timingFigures } from '../measurement/timing-figures.ts'
import { formatCount } from '../vocabulary/format.ts'
import { formatSample } from '../vocabulary/format-sample.ts'
import type { Timing } from '../vocabulary/timing.ts'
import { COLOURS } from './colours.ts'
import { type DrawingName, type DrawingSize, draw } from './draw.ts'
import { markText } from './time-axis.ts'
import { timeLimits } from './time-limits.ts'
import { LEAST_TIME, timeScale } from './time-scale.ts'
import { toneOf } from './tone-of.ts'
import { fitting, words } from './words.ts'

/** Of a panel that has the whole width, and of one among others beside it. */
const LOW = 120
const HIGH = 210
const LEFT = 58
const RIGHT = 14
/** The part of a panel's share of the width that is not the gap to the next. */
const TITLE = 0.84
/** Room in which panels can be read side by side. */
const LEAST_PANEL = 130

export interface GrowthOptions extends DrawingSize {
  /** What was judged of the timings. */
  readonly judgements: readonly Judgement[]
}

/**
 * Time over rows, both logarithmic: a panel for each timing whose operations state their rows, a line through the medians,
 * from best to worst behind it, and the most that is allowed as a broken line from where it is counted.
 */
export function growthChart(
  id: string,
  timings: readonly Timing[],
  { judgements, width }: GrowthOptions,
): string {
  const ranges = timings.flatMap(rangesOf)
  const medians = timings.flatMap(mediansOf)
  const allowed = timings.flatMap((timing) => allowedOf(timing, judgements))
  const scale = timeScale([
    ...medians.map(({ time }) => time),
    ...ranges.flatMap(({ best, worst }) => [best, worst]),
    ...allowed.map(({ y2 }) => y2),
  ])
  const isBeside = (width - LEFT - RIGHT) / timings.length >= LEAST_PANEL
  const [panel, fold] = isBeside ? (['fx', 'fy'] as const) : (['fy', 'fx'] as const)
  const panels = timings.map(({ subject }) => subject)
  const panelWidth = isBeside ? (width - LEFT - RIGHT) / panels.length : width - LEFT - RIGHT
  const rows = medians.map((each) => each.rows)
  const of = { [panel]: 'subject' }
  return draw(nameOf(id, timings), {
    width,
    height: isBeside ? HIGH : panels.length * LOW + 30,
    marginTop: 24,
    marginBottom: 24,
    marginLeft: LEFT,
    marginRight: RIGHT,
    x: { type: 'log', domain: [min(rows) * 0.7, max(rows) * 1.45] },
    y: { type: 'log', domain: [scale.from, scale.to] },
    [panel]: { domain: panels, padding: isBeside ? 0.12 : 0.3 },
    [fold]: { domain: [] },
    marks: [
      gridY([...scale.marks], { stroke: COLOURS.line, strokeOpacity: 1 }),
      link(allowed, {
        ...of,
        x1: 'x1',
        y1: 'y1',
        x2: 'x2',
        y2: 'y2',
        stroke: toneOf,
        strokeDasharray: '4 2',
      }),
      ruleX(ranges, { ...of, x: 'rows', y1: 'best', y2: 'worst', stroke: COLOURS.bar }),
      line(medians, { ...of, x: 'rows', y: 'time', stroke: COLOURS.ink, strokeWidth: 1.5 }),
      dot(medians, { ...of, x: 'rows', y: 'time', r: 3, fill: COLOURS.ink }),
      words(
        panels.map((subject) => ({ subject })),
        {
          ...{ ...of, text: ({ subject }) => fitting(subject, panelWidth * TITLE), fill: COLOURS.ink },
          ...{ frameAnchor: 'top-left', textAnchor: 'start', dy: -18, fontWeight: 600 },
        },
      ),
      words(isBeside ? medians : medians.filter(({ subject }) => subject === panels.at(-1)), {
        ...{ ...of, x: 'rows', text: ({ name }) => fitting(name, 70), fill: COLOURS.soft, fontSize: 11 },
        ...{ frameAnchor: 'bottom', lineAnchor: 'top', dy: 6 },
      }),
      words(
        isBeside
          ? scale.marks.map((mark) => ({ mark, subject: panels[0] }))
          : panels.flatMap((subject) => scale.marks.map((mark) => ({ mark, subject }))),
        {
          ...{ ...of, y: 'mark', text: ({ mark }) => markText(mark), fill: COLOURS.soft, fontSize: 11 },
          ...{ frameAnchor: 'left', textAnchor: 'end', dx: -8 },
        },
      ),
    ],
  })
}

interface Point {
  readonly subject: string
  readonly name: string
  readonly rows: number
  readonly time: number
}

function rangesOf({ subject, operations }: Timing) {
  return operations
    .filter(({ milliseconds }) => milliseconds.length > 1)
    .map(({ rows = 1, milliseconds }) => {
      const { best, worst } = timingFigures(milliseconds)
      return { subject, rows, best: Math.max(best, LEAST_TIME), worst: Math.max(worst, LEAST_TIME) }
    })
}

function mediansOf({ subject, operations }: Timing): readonly Point[] {
  return operations
    .filter(({ milliseconds }) => milliseconds.length > 0)
    .map(({ name, rows = 1, milliseconds }) => ({
      ...{ subject, name, rows },
      time: Math.max(timingFigures(milliseconds).median, LEAST_TIME),
    }))
}

/** From the median that a growth is counted from to where its tolerance ends. */
function allowedOf(timing: Timing, judgements: readonly Judgement[]) {
  const points = mediansOf(timing)
  return timeLimits(timing, judgements).flatMap(({ operation, over, milliseconds, outcome }) => {
    const from = points.find(({ name }) => name === over)
    const to = points.find(({ name }) => name === operation)
    if (from === undefined || to === undefined) return []
    const { subject } = timing
    return [{ subject, outcome, x1: from.rows, y1: from.time, x2: to.rows, y2: milliseconds }]
  })
}

function nameOf(id: string, timings: readonly Timing[]): DrawingName {
  return {
    id,
    title: timings
      .map((timing) => `${timing.subject}: ${mediansOf(timing).map(inWords).join(', ')}`)
      .join('; '),
    description:
      'Median time over rows, both on logarithmic scales; a thin line goes from best to worst, a broken line is the most that is allowed.',
  }
}

function inWords({ name, rows, time }: Point): string {
  return `${name} (${formatCount(rows)} rows) ${formatSample(time)}`
}
