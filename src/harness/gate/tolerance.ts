/** What a gate allows, in the unit of the measurement; for a share, `limit` is a rate between 0 and 1. */
export interface Tolerance {
  readonly bound: 'at least' | 'at most' | 'exactly'
  readonly limit: number
}

/** Not a single fault. */
export const none: Tolerance = { bound: 'at most', limit: 0 }

/** Every row of the population. */
export const all: Tolerance = { bound: 'at least', limit: 1 }

export function atLeast(limit: number): Tolerance {
  return { bound: 'at least', limit }
}

export function atMost(limit: number): Tolerance {
  return { bound: 'at most', limit }
}

export function exactly(limit: number): Tolerance {
  return { bound: 'exactly', limit }
}
