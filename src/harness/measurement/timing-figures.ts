import { max, median, min } from 'simple-statistics'

/** Samples of one operation in figures; milliseconds. */
export interface TimingFigures {
  readonly median: number
  readonly best: number
  readonly worst: number
  readonly repetitions: number
}

/** @throws RangeError without a sample. */
export function timingFigures(milliseconds: readonly number[]): TimingFigures {
  if (milliseconds.length === 0) throw new RangeError('an operation that never ran has no figures')
  const samples = [...milliseconds]
  return { median: median(samples), best: min(samples), worst: max(samples), repetitions: samples.length }
}
