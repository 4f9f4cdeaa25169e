const integers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
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

/** Milliseconds as `12 ms` or `3.4 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1) return `${milliseconds.toFixed(2)} ms`
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
