/** Colours of the page that shows a chart; the readable ones behind them are for a chart that stands alone. */
export const COLOURS = {
  ink: 'var(--ink, #1d1c1a)',
  soft: 'var(--soft, #5d5952)',
  line: 'var(--line, #dedad1)',
  bar: 'var(--bar, #6d6a63)',
  go: 'var(--go, #1d6142)',
  noGo: 'var(--no-go, #a1261d)',
  unproven: 'var(--unproven, #855400)',
} as const
