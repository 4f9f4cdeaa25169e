import { formatSample } from '../format-sample.ts'
import type { TimingRow } from '../timing-groups.ts'
import type { TimeScale } from './time-scale.ts'

/** An operation's samples on the scale that its whole timing shares. */
export interface SamplesStripProps {
  /** Begins the ids of the drawing. */
  readonly id: string
  readonly row: TimingRow
  readonly scale: TimeScale
}

/**
 * One tick for every sample and a heavy one for the median. Places are percentages of a drawing without a view box, so
 * that it stretches with its column and the ticks stay thin.
 */
export function SamplesStrip({ id, row, scale }: SamplesStripProps) {
  const { operation, figures } = row
  const { best, median, worst, repetitions } = figures
  const count = repetitions === 1 ? 'one sample' : `${repetitions} samples`
  return (
    <svg class="strip" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-desc`}>
      <title id={`${id}-title`}>
        {operation.name}: {count} from {formatSample(best)} to {formatSample(worst)}, median{' '}
        {formatSample(median)}
      </title>
      <desc id={`${id}-desc`}>
        On a logarithmic scale from {formatSample(scale.from)} to {formatSample(scale.to)}
      </desc>
      {scale.marks.map((mark) => (
        <Tick key={mark} kind="grid" at={scale.position(mark)} from="0" to="100%" />
      ))}
      {operation.milliseconds.map((sample, index) => (
        <Tick key={`${index} ${sample}`} kind="sample" at={scale.position(sample)} from="28%" to="72%" />
      ))}
      <Tick kind="median" at={scale.position(median)} from="10%" to="90%" />
    </svg>
  )
}

interface TickProps {
  readonly kind: 'grid' | 'sample' | 'median'
  readonly at: number
  readonly from: string
  readonly to: string
}

function Tick({ kind, at, from, to }: TickProps) {
  const x = `${at.toFixed(2)}%`
  return <line class={kind} x1={x} x2={x} y1={from} y2={to} />
}
