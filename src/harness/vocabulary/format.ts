const integers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const LEAST_RATIO = 0.0001
const LEAST_DURATION = 0.01
const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** `95474` as `95,474`. */
export function formatCount(count: number): string {
  return integers.format(count)
}

/**
 * A share of `of` as a percentage that never rounds up to a hundred and never down to nothing:
 * 95,473 of 95,474 is `99.99 %`, not `100 %`.
 */
export function formatRate(rate: number): string {
  const percent = rate * 100
  const rounded = Math.round(percent * 100) / 100
  if (rounded >= 100 && rate < 1) return '99.99 %'
  if (rounded <= 0 && rate > 0) return '0.01 %'
  return `${rounded} %`
}

/** A ratio in three digits, in two below one: `153`, `15.3`, `1.50`, `0.80`, `0.0065`. A ratio that is not 0 never reads as 0. */
export function formatRatio(ratio: number): string {
  // From here on rounding makes four digits of it.
  if (ratio >= 999.5) return formatCount(ratio)
  // 0.995 is what rounds to one.
  if (ratio >= 0.995) return ratio.toPrecision(3)
  if (ratio > 0 && ratio < LEAST_RATIO) return `under ${LEAST_RATIO}`
  return ratio === 0 ? '0.00' : ratio.toPrecision(2)
}

/** Milliseconds as `0.94 ms`, `9.4 ms`, `12 ms` or `3.4 s`. What took time never reads as none. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds > 0 && milliseconds < LEAST_DURATION) return `under ${LEAST_DURATION} ms`
  // Rounding makes 1.0 of 0.995, and 10 of 9.95: there the next form begins.
  if (milliseconds < 0.995) return `${milliseconds.toFixed(2)} ms`
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`
  // From here on rounding makes a second of it.
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** Bytes as `243 MB`, in powers of 1000. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  // 999.5 of a unit is what rounds to a thousand of it.
  while (value >= (unit === 0 ? 1000 : 999.5) && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 ? value : value.toPrecision(3)} ${UNITS[unit]}`
}
