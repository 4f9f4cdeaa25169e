import type { JudgedFigures } from '../gate/judged-figures.ts'
import type { Judgement } from '../gate/judgement.ts'
import { valueText } from '../gate/value-text.ts'
import { formatRate, formatRatio } from '../vocabulary/format.ts'

/** How far a value is from its limit. */
export interface Margin {
  /** For people: `+0.06 pp`, `3.2 times as much as needed`, `56.4 % of what is allowed`, `12 ms below`. */
  readonly text: string
  /** The same as a part of the limit, to be compared; below zero where the limit is passed. */
  readonly slack: number
}

/**
 * The margin of a judgement; undefined where nothing was measured, where only one value is allowed, and where a value
 * cannot be better than its limit and is not worse.
 */
export function marginOf({ figures, population }: Judgement): Margin | undefined {
  if (figures === undefined || figures.bound === 'exactly' || figures.limit <= 0) return undefined
  const { unit, bound, limit } = figures
  const value = unit === 'share' ? figures.value / population : figures.value
  if (unit === 'share' && limit === 1 && value === 1) return undefined
  const slack = (bound === 'at least' ? value - limit : limit - value) / limit
  return { text: textOf({ ...figures, value }), slack }
}

function textOf({ unit, bound, value, limit }: JudgedFigures): string {
  const distance = Math.abs(value - limit)
  switch (unit) {
    case 'share':
    case 'growth':
      return bound === 'at least' ? signed(value - limit) : besideText(value, limit, pointsText(distance))
    case 'ratio':
      return bound === 'at least'
        ? `${formatRatio(value / limit)} times as much as needed`
        : `${formatRate(value / limit)} of what is allowed`
    default:
      return besideText(value, limit, valueText(unit, distance))
  }
}

function besideText(value: number, limit: number, distance: string): string {
  return value === limit ? 'at its limit' : `${distance} ${value < limit ? 'below' : 'above'}`
}

function signed(difference: number): string {
  if (difference === 0) return '±0 pp'
  return `${difference < 0 ? '−' : '+'}${pointsText(Math.abs(difference))}`
}

/** Percentage points, with as many digits as it takes to see that there are some: `0.06 pp`, `53.3 pp`. */
function pointsText(difference: number): string {
  const points = difference * 100
  if (points < 0.005) return 'under 0.01 pp'
  return `${points < 10 ? points.toFixed(2) : points.toFixed(1)} pp`
}
