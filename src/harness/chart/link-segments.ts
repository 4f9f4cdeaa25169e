import { type LinkBar, UNLINKED_CAUSES, type UnlinkedCause } from './link-bar.ts'
import { widthOf } from './words.ts'

/** A part of a bar, from 0 to 1, and how dark it is. */
export interface LinkSegment {
  readonly from: number
  readonly to: number
  readonly tint: number
}

/** A word of the legend and where it begins: the line, and pixels from its left. */
export interface LegendItem {
  readonly label: string
  readonly tint: number
  readonly at: number
  readonly line: number
}

const LINKED = 1
/** Each cause has its own; what is least known is lightest. */
const TINTS: Readonly<Record<UnlinkedCause, number>> = {
  'match exactly': 0.72,
  'match ignoring case': 0.58,
  'match normalised': 0.46,
  'match by alias': 0.36,
  'known to be nobody': 0.26,
  'nothing known': 0.14,
}
const BOX = 15
const GAP = 18

export function segmentsOf({ rows, linked, causes }: LinkBar): readonly LinkSegment[] {
  if (rows === 0) return []
  const others = causes.length === 0 ? [{ cause: 'nothing known' as const, rows: rows - linked }] : causes
  let end = linked / rows
  const segments: LinkSegment[] = [{ from: 0, to: end, tint: LINKED }]
  for (const part of others.filter((each) => each.rows > 0)) {
    const from = end
    end = Math.min(1, end + part.rows / rows)
    segments.push({ from, to: end, tint: TINTS[part.cause] })
  }
  return segments
}

/** What the parts of all bars mean, in lines of a width. Nothing where every row is linked. */
export function legendOf(bars: readonly LinkBar[], width: number): readonly LegendItem[] {
  const used = new Set(
    bars.flatMap(({ causes }) => causes.filter(({ rows }) => rows > 0)).map(({ cause }) => cause),
  )
  const causes = UNLINKED_CAUSES.filter((cause) => used.has(cause))
  if (causes.length === 0) return []
  let at = 0
  let line = 0
  return [
    { label: 'linked', tint: LINKED },
    ...causes.map((cause) => ({ label: cause, tint: TINTS[cause] })),
  ].map(({ label, tint }) => {
    const needed = BOX + widthOf(label)
    if (at > 0 && at + needed > width) {
      at = 0
      line += 1
    }
    const item = { label, tint, at, line }
    at += needed + GAP
    return item
  })
}
