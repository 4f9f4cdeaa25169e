import { barX, ruleX } from '@observablehq/plot'
import { formatBytes, formatCount, formatDuration } from '../vocabulary/format.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { COLOURS } from './colours.ts'
import { type DrawingSize, draw } from './draw.ts'
import { fitting, widthOf, words } from './words.ts'

/** Of a migration: a line of words, and under it its bar. */
const ROW = 38
const SIDE = 12

/**
 * Migrations as bars, each beginning where the one before it ended, with what they took, the rows that their slowest
 * statements wrote or returned, and the bytes by which the database grew. One that was taken back is hollow.
 */
export function timelineChart(id: string, steps: readonly MigrationStep[], { width }: DrawingSize): string {
  const bars = barsOf(steps)
  const total = Math.max(bars.at(-1)?.end ?? 0, 0.001)
  const row = { y: 'index', insetTop: 22, insetBottom: 6 } as const
  return draw(
    {
      id,
      title: `${steps.length} ${steps.length === 1 ? 'migration' : 'migrations'} in ${formatDuration(total)}`,
      description: bars.map(({ name, cost }) => `${name}: ${cost}`).join('; '),
    },
    {
      width,
      height: steps.length * ROW,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: SIDE,
      marginRight: SIDE,
      x: { domain: [0, total] },
      y: { type: 'band', domain: bars.map(({ index }) => index), padding: 0 },
      marks: [
        ruleX([0, total], { stroke: COLOURS.line }),
        barX(
          bars.filter(({ isHollow }) => !isHollow),
          { ...row, x1: 'start', x2: 'shownEnd', fill: 'colour' },
        ),
        barX(
          bars.filter(({ isHollow }) => isHollow),
          { ...row, x1: 'start', x2: 'shownEnd', fill: 'none', stroke: 'colour', strokeWidth: 1.5 },
        ),
        words(bars, {
          y: 'index',
          text: ({ name, cost }) => fitting(name, width - 2 * SIDE - widthOf(cost) - 16),
          ...{ fill: COLOURS.ink, frameAnchor: 'left', textAnchor: 'start', dy: -8, dx: 4, fontWeight: 600 },
        }),
        words(bars, {
          ...{ y: 'index', text: ({ cost }) => cost, fill: COLOURS.soft },
          ...{ frameAnchor: 'right', textAnchor: 'end', dy: -8, dx: -4 },
        }),
      ],
    },
  )

  function barsOf(all: readonly MigrationStep[]) {
    const whole = all.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
    let end = 0
    return all.map((step, index) => {
      const start = end
      end += step.milliseconds
      return {
        ...{ index, start, end },
        // What took time is seen.
        shownEnd: Math.max(end, start + whole / 300),
        name: `${step.migration} ${step.direction}`,
        cost: costOf(step, width),
        isHollow: step.direction === 'down',
        colour: step.failure === undefined ? COLOURS.bar : COLOURS.noGo,
      }
    })
  }
}

/** On a narrow chart the time alone. */
const ROOM_FOR_ALL = 500

function costOf({ milliseconds, slowest, bytesBefore, bytesAfter, failure }: MigrationStep, width: number) {
  const rows = slowest.reduce((sum, statement) => sum + (statement.rows ?? 0), 0)
  const grown = bytesAfter - bytesBefore
  const size = grown === 0 ? 'same size' : `${grown > 0 ? '+' : '−'}${formatBytes(Math.abs(grown))}`
  const time =
    failure === undefined ? formatDuration(milliseconds) : `failed after ${formatDuration(milliseconds)}`
  const all = [time, ...(rows === 0 ? [] : [`${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`]), size]
  return width < ROOM_FOR_ALL ? time : all.join(' · ')
}
