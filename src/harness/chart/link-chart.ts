import { rect, ruleX } from '@observablehq/plot'
import { formatCount, formatRate } from '../vocabulary/format.ts'
import { COLOURS } from './colours.ts'
import { type DrawingSize, draw } from './draw.ts'
import type { LinkBar } from './link-bar.ts'
import { legendOf, segmentsOf } from './link-segments.ts'
import { toneOf } from './tone-of.ts'
import { fitting, widthOf, words } from './words.ts'

/** Of a link: a line of words, and under it its bar. */
const ROW = 44
const TOP = 21
const BAR = 14
const SIDE = 12
const LEGEND_LINE = 20

/** Match rates as bars from no row to all of them, the tolerance as a mark across, and the unlinked rows by their causes. */
export function linkChart(id: string, bars: readonly LinkBar[], { width }: DrawingSize): string {
  const room = width - 2 * SIDE
  const rows = bars.map((bar, index) => ({ bar, top: index * ROW + TOP, limit: bar.limit }))
  const legend = legendOf(bars, room)
  const lines = legend.length === 0 ? 0 : Math.max(...legend.map(({ line }) => line)) + 1
  const height = bars.length * ROW + lines * LEGEND_LINE + 4
  const legendTop = bars.length * ROW + LEGEND_LINE / 2
  const segments = rows.flatMap(({ bar, top }) => segmentsOf(bar).map((segment) => ({ ...segment, top })))
  const boxes = [
    ...segments.map(({ top, ...segment }) => ({ ...segment, y1: top, y2: top + BAR })),
    ...legend.map(({ at, line, ...item }) => ({
      ...{ ...item, from: at / room, to: (at + 10) / room },
      ...{ y1: legendTop + line * LEGEND_LINE - 5, y2: legendTop + line * LEGEND_LINE + 5 },
    })),
  ]
  return draw(
    {
      id,
      title: bars.map(inWords).join('; '),
      description:
        'A bar for each link, from no row to all of them: first the rows that have it, then the others by what is known of them. A mark across a bar is its tolerance.',
    },
    {
      ...{ width, height, marginTop: 0, marginBottom: 0, marginLeft: SIDE, marginRight: SIDE },
      x: { domain: [0, 1] },
      // Pixels from the top.
      y: { domain: [0, height], range: [0, height] },
      marks: [
        rect(boxes, { x1: 'from', x2: 'to', y1: 'y1', y2: 'y2', fill: COLOURS.bar, fillOpacity: 'tint' }),
        ruleX(rows, {
          ...{ x: 'limit', y1: ({ top }) => top - 3, y2: ({ top }) => top + BAR + 3 },
          ...{ stroke: ({ bar }) => toneOf(bar), strokeWidth: 2.5 },
        }),
        words(rows, {
          text: ({ bar }) => fitting(bar.link, room - widthOf(rateText(bar, width)) - 12),
          ...{ y: ({ top }) => top - 11, fill: COLOURS.ink, fontWeight: 600 },
          ...{ frameAnchor: 'left', textAnchor: 'start' },
        }),
        words(rows, {
          ...{ text: ({ bar }) => rateText(bar, width), fill: ({ bar }) => toneOf(bar) },
          ...{ y: ({ top }) => top - 11, frameAnchor: 'right', textAnchor: 'end' },
        }),
        words(legend, {
          ...{ text: ({ label }) => label, fill: COLOURS.soft, textAnchor: 'start', dx: 15, fontSize: 11 },
          ...{ x: ({ at }) => at / room, y: ({ line }) => legendTop + line * LEGEND_LINE },
        }),
      ],
      opacity: { type: 'identity' },
    },
  )
}

/** On a narrow chart the rate alone. */
const ROOM_FOR_ALL = 500

function rateText({ linked, rows, tolerance }: LinkBar, width: number): string {
  const rate = rows === 0 ? 'no rows' : formatRate(linked / rows)
  return width < ROOM_FOR_ALL ? rate : `${rate} of ${formatCount(rows)} · ${tolerance}`
}

function inWords(bar: LinkBar): string {
  const { link, linked, rows, tolerance, outcome, causes } = bar
  const known = causes.map((part) => `${formatCount(part.rows)} ${part.cause}`)
  const without = known.length === 0 ? '' : `; without it: ${known.join(', ')}`
  const rate = rows === 0 ? 'no rows' : `${formatRate(linked / rows)} of ${formatCount(rows)} rows linked`
  return `${link}: ${rate}, ${tolerance}, ${outcome}${without}`
}
