import type { Judgement } from '../gate/judgement.ts'
import { formatCount } from '../vocabulary/format.ts'

/** `8,457 witnesses; the first 5:`, `2 witnesses:`, `1 witness:`. */
export function witnessHeading({ witnesses, witnessCount }: Judgement, most: number): string {
  const shown = Math.min(witnesses.length, most)
  const total = Math.max(witnessCount, witnesses.length)
  const count = `${formatCount(total)} ${total === 1 ? 'witness' : 'witnesses'}`
  return shown < total ? `${count}; the first ${shown}:` : `${count}:`
}
