import { barX, gridX, tickX } from '@observablehq/plot'
import { timingFigures } from '../measurement/timing-figures.ts'
import { formatSample } from '../vocabulary/format-sample.ts'
import type { TimedOperation, Timing } from '../vocabulary/timing.ts'
import { COLOURS } from './colours.ts'
import { type DrawingName, type DrawingSize, draw } from './draw.ts'
import { timeAxis } from './time-axis.ts'
import type { TimeLimit } from './time-limits.ts'
import { LEAST_TIME, timeScale } from './time-scale.ts'

import { toneOf } from './tone-of.ts'
import { fitting, widthOf, words } from './words.ts'

/** Of an operation: a line of words, and under it its samples. */
const ROW = 52
const AXIS = 24
const SIDE = 12

export interface DistributionOptions extends DrawingSize {
  /** What was judged of the timing. */
  readonly limits: readonly TimeLimit[]
}

/**
 * Every sample of every operation as a tick on one logarithmic scale, the median heavy, and where the tolerance lets them
 * be as a shaded ground with an edge.
 */
export function distributionChart(
  id: string,
  timing: Timing,
  { limits, width }: DistributionOptions,
): string {
  const operations = timing.operations.filter(({ milliseconds }) => milliseconds.length > 0)
  const samples = operations.flatMap(({ name, milliseconds }) =>
    milliseconds.map((sample) => ({ name, time: Math.max(sample, LEAST_TIME) })),
  )
  const medians = operations.map(({ name, milliseconds }) => ({
    name,
    time: Math.max(timingFigures(milliseconds).median, LEAST_TIME),
  }))
  const scale = timeScale([...samples.map(({ time }) => time), ...limits.map((limit) => limit.milliseconds)])
  const grounds = limits.map((limit) => ({
    ...limit,
    from: limit.bound === 'at least' ? limit.milliseconds : scale.from,
    to: limit.bound === 'at least' ? scale.to : limit.milliseconds,
  }))
  const room = width - 2 * SIDE - widthOf('not under 99.9 ms  ')
  const row = { insetTop: 22, insetBottom: 6 }
  return draw(nameOf(id, timing, limits), {
    width,
    height: operations.length * ROW + AXIS,
    marginTop: 0,
    marginBottom: AXIS,
    marginLeft: SIDE,
    marginRight: SIDE,
    x: { type: 'log', domain: [scale.from, scale.to] },
    y: { type: 'band', domain: operations.map(({ name }) => name), padding: 0 },
    marks: [
      gridX([...scale.marks], { stroke: COLOURS.line, strokeOpacity: 1 }),
      barX(grounds, {
        ...{ x1: 'from', x2: 'to', y: 'operation', fill: COLOURS.go, fillOpacity: 0.1 },
        ...{ insetTop: 19, insetBottom: 3 },
      }),
      tickX(samples, { ...row, x: 'time', y: 'name', stroke: COLOURS.bar, strokeOpacity: 0.7 }),
      tickX(grounds, {
        ...{ x: 'milliseconds', y: 'operation', stroke: toneOf, strokeWidth: 1.5, strokeDasharray: '4 2' },
        ...{ insetTop: 19, insetBottom: 3 },
      }),
      tickX(medians, {
        ...{ x: 'time', y: 'name', stroke: COLOURS.ink, strokeWidth: 3 },
        ...{ insetTop: 20, insetBottom: 4 },
      }),
      words(medians, {
        ...{ y: 'name', text: ({ name, time }) => operationText(name, time, room), fill: COLOURS.ink },
        ...{ frameAnchor: 'left', textAnchor: 'start', dy: -16, fontWeight: 600 },
      }),
      words(grounds, {
        ...{ y: 'operation', text: limitText, fill: toneOf },
        ...{ frameAnchor: 'right', textAnchor: 'end', dy: -16 },
      }),
      ...timeAxis(scale.marks),
    ],
  })
}

function operationText(name: string, time: number, room: number): string {
  const median = formatSample(time)
  return `${fitting(name, room - widthOf(median))}  ${median}`
}

function limitText({ bound, milliseconds }: TimeLimit): string {
  return `${bound === 'at least' ? 'not under' : 'not over'} ${formatSample(milliseconds)}`
}

function nameOf(id: string, { subject, operations }: Timing, limits: readonly TimeLimit[]): DrawingName {
  return {
    id,
    title: `${subject}: ${operations.map(inWords).join('; ')}`,
    description: [
      'Every sample is a tick on a logarithmic scale of time, the heavy tick is their median.',
      ...limits.map(
        (limit) => `${limit.operation}: ${limit.words}, which is ${limitText(limit)}: ${limit.outcome}.`,
      ),
    ].join(' '),
  }
}

function inWords({ name, milliseconds }: TimedOperation): string {
  if (milliseconds.length === 0) return `${name} never ran`
  const { best, worst, median, repetitions } = timingFigures(milliseconds)
  const samples = repetitions === 1 ? 'one sample' : `${repetitions} samples`
  return `${name}, ${samples} from ${formatSample(best)} to ${formatSample(worst)}, median ${formatSample(median)}`
}
