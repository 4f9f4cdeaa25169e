import { max, median, min } from 'simple-statistics'

/** The time of one piece of work. */
export interface Sample {
  readonly milliseconds: number
  /** Of all its threads and processes, user and system; null where it was not counted. */
  readonly cpuMilliseconds: number | null
}

/** The floor and ours, one right after the other. */
export interface Pair {
  readonly floor: Sample
  readonly ours: Sample
}

/** The middle of several values, and how far they are spread. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Pairs in figures: milliseconds, and ours over the floor pair by pair, so that a slow minute slows both sides. */
export interface Comparison {
  readonly floor: Spread
  readonly ours: Spread
  readonly ratio: Spread
}

export function compare(pairs: readonly Pair[]): Comparison {
  return {
    floor: spread(pairs.map(({ floor }) => floor.milliseconds)),
    ours: spread(pairs.map(({ ours }) => ours.milliseconds)),
    ratio: spread(pairs.map(({ floor, ours }) => ours.milliseconds / floor.milliseconds)),
  }
}

function spread(values: readonly number[]): Spread {
  const samples = [...values]
  return { median: median(samples), least: min(samples), most: max(samples) }
}
