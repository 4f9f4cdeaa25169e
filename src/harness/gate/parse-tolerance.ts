import type { Tolerance } from './tolerance.ts'

/** A tolerance as it is written, before it is known what it is held against. */
export interface StatedTolerance {
  readonly bound: Tolerance['bound']
  readonly amount: number
  /** Empty for a bare count. */
  readonly unit: '' | '%' | 'ms' | 's' | 'min' | 'bytes' | 'KB' | 'MB' | 'GB' | 'TB' | 'times'
}

const BOUND = /(?<bound>at least|at most|exactly)/
const AMOUNT = /(?<amount>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)/
const UNIT = /(?: (?<unit>%|ms|s|min|bytes|[KMGT]B|times|faults?))?/
const WORDS = new RegExp(`^${BOUND.source} ${AMOUNT.source}${UNIT.source}$`)

/**
 * Reads a tolerance in the words of the plan, which are the words of a report, too.
 * @throws RangeError
 */
export function parseTolerance(words: string): StatedTolerance {
  if (words === 'none') return { bound: 'at most', amount: 0, unit: '' }
  const { bound, amount, unit = '' } = WORDS.exec(words)?.groups ?? {}
  if (bound === undefined || amount === undefined) {
    throw new RangeError(
      `"${words}" is no tolerance such as "at least 98 %", "at most 2 s", "exactly 3" or "none"`,
    )
  }
  return {
    bound: bound as StatedTolerance['bound'],
    amount: Number(amount.replaceAll(',', '')),
    unit: (unit.startsWith('fault') ? '' : unit) as StatedTolerance['unit'],
  }
}
