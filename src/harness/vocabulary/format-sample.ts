import { formatCount } from '../vocabulary/format.ts'

/**
 * Milliseconds to three digits: `0.92 ms`, `20.6 ms`, `1.29 s`. Whole milliseconds would show two operations alike of
 * which one takes half as long again.
 */
export function formatSample(milliseconds: number): string {
  // From here on rounding makes a second of it.
  return milliseconds < 999.5 ? `${digits(milliseconds)} ms` : `${digits(milliseconds / 1000)} s`
}

function digits(value: number): string {
  if (value < 0.095) return value.toFixed(3)
  if (value < 9.995) return value.toFixed(2)
  return value < 99.95 ? value.toFixed(1) : formatCount(value)
}
