import { max, min } from 'simple-statistics'

/** A logarithmic scale of times. */
export interface TimeScale {
  /** Milliseconds at its two ends. */
  readonly from: number
  readonly to: number
  /** Round times on it, in milliseconds: 1, 2 and 5 where it is short, else powers of ten. */
  readonly marks: readonly number[]
}

/** A microsecond: the clock tells no less, and nothing has no logarithm. */
export const LEAST_TIME = 0.001
/** Powers of ten that a scale spans at the least, so that mere noise does not fill it. */
const SHORTEST = 1
/** Up to this many powers of ten, there is room for marks between them. */
const SHORT = 2
/** Room at either end, in powers of ten. */
const MARGIN = 0.05

/** The scale on which all these times, in milliseconds, can be shown side by side. */
export function timeScale(times: readonly number[]): TimeScale {
  const powers = times.map((time) => Math.log10(Math.max(time, LEAST_TIME)))
  const [low, high] = [min(powers), max(powers)]
  const margin = Math.max(MARGIN, (SHORTEST - (high - low)) / 2)
  const [from, to] = [low - margin, high + margin]
  return { from: 10 ** from, to: 10 ** to, marks: marksBetween(from, to) }
}

function marksBetween(from: number, to: number): readonly number[] {
  const steps = to - from <= SHORT ? [1, 2, 5] : [1]
  const marks: number[] = []
  for (let power = Math.floor(from); power <= Math.ceil(to); power += 1) {
    // Written and read again, because 2 × 10⁻¹ is not always 0.2.
    for (const step of steps) marks.push(Number(`${step}e${power}`))
  }
  return marks.filter((mark) => Math.log10(mark) >= from && Math.log10(mark) <= to)
}
