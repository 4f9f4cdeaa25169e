import { dot, line, ruleY } from '@observablehq/plot'
import { max, min } from 'simple-statistics'
import type { JudgedFigures } from '../gate/judged-figures.ts'
import { valueText } from '../gate/value-text.ts'
import { formatRate } from '../vocabulary/format.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import { COLOURS } from './colours.ts'
import { draw } from './draw.ts'
import { toneOf } from './tone-of.ts'

/** A value over runs, the oldest first. */
export interface TrendLine extends Pick<JudgedFigures, 'unit' | 'bound' | 'limit'> {
  readonly subject: string
  readonly points: readonly {
    readonly startedAt: string
    readonly value: number
    readonly outcome: Outcome
  }[]
}

const WIDTH = 200
const HEIGHT = 44
const SIDE = 6

/** A line small enough for a row of a table: a dot for each run, the last one in the colour of what it came to, the tolerance broken. */
export function trendChart(id: string, trend: TrendLine): string {
  const { subject, unit, bound, limit, points } = trend
  const values = points.map(({ value }, at) => ({ at, value }))
  const ends = [...values.map(({ value }) => value), limit]
  const last = points.at(-1)
  const room = (max(ends) - min(ends)) * 0.1 || Math.abs(limit) * 0.1 || 1
  const inUnit = (value: number) => (unit === 'share' ? formatRate(value) : valueText(unit, value))
  return draw(
    {
      id,
      title: `${subject} over ${points.length} runs: ${points.map(({ value }) => inUnit(value)).join(', ')}`,
      description: `The broken line is the tolerance, ${bound} ${inUnit(limit)}.`,
    },
    {
      ...{ width: WIDTH, height: HEIGHT, margin: SIDE },
      x: { domain: [0, Math.max(1, points.length - 1)] },
      y: { domain: [min(ends) - room, max(ends) + room] },
      marks: [
        ruleY([limit], { stroke: COLOURS.soft, strokeDasharray: '3 2' }),
        line(values, { x: 'at', y: 'value', stroke: COLOURS.bar, strokeWidth: 1.5 }),
        dot(values.slice(0, -1), { x: 'at', y: 'value', r: 1.8, fill: COLOURS.bar }),
        dot(values.slice(-1), {
          ...{ x: 'at', y: 'value', r: 3.2, fill: last === undefined ? COLOURS.bar : toneOf(last) },
        }),
      ],
    },
  )
}
