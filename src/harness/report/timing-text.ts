import { formatCount } from '../vocabulary/format.ts'
import { formatSample } from '../vocabulary/format-sample.ts'
import type { TimingRow } from './timing-groups.ts'

/** An operation's row in words; the same in every report. */
export interface TimingText {
  readonly name: string
  /** Absent where the operation does not say. */
  readonly rows?: string
  readonly median: string
  readonly best: string
  readonly worst: string
  readonly repetitions: string
  /** `2.1 ×` or `1/1,391 ×`; with rows `2.1 × at 10.0 × the rows`. Absent of the first itself. */
  readonly against?: string
}

export function timingText(row: TimingRow): TimingText {
  const { operation, figures } = row
  return {
    name: operation.name,
    ...(operation.rows === undefined ? {} : { rows: formatCount(operation.rows) }),
    median: formatSample(figures.median),
    best: formatSample(figures.best),
    worst: formatSample(figures.worst),
    repetitions: formatCount(figures.repetitions),
    ...(row.isFirst ? {} : { against: againstTheFirst(row) }),
  }
}

function againstTheFirst({ timesTheFirst, timesTheRows }: TimingRow): string {
  const time = timesTheFirst === undefined ? 'too short to compare' : formatTimes(timesTheFirst)
  return timesTheRows === undefined ? time : `${time} at ${formatTimes(timesTheRows)} the rows`
}

/** A ratio as `2.1 ×`, `0.96 ×` or, below a half, `1/1,391 ×`: nobody reads a factor off `0.00072`. */
function formatTimes(ratio: number): string {
  if (ratio === 0) return '0 ×'
  if (ratio < 0.5) return `1/${digits(1 / ratio)} ×`
  return `${ratio < 0.995 ? ratio.toFixed(2) : digits(ratio)} ×`
}

function digits(value: number): string {
  return value < 99.95 ? value.toFixed(1) : formatCount(value)
}
