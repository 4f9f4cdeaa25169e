import type { Leavers } from './harvest-result.ts'

/** What is known of who has left. */
export interface Absence {
  /** How many stored members no entry of the list can mean. */
  readonly absent: number
  /** How many entries of the list name somebody. */
  readonly listed: number
  /** Whether there is a list, and it is clear of every entry whom it means. */
  readonly certain: boolean
}

/** Who left may be one in so many of the clan. Where more are missing, the list is rather wrong. */
const ONE_IN = 5

/** What becomes of those who are missing in the list. The clan is who is listed and who is missing. */
export function leaving({ absent, listed, certain }: Absence): Leavers['decision'] {
  if (!certain) return 'unknown'
  if (absent === 0) return 'none'
  return absent * ONE_IN <= absent + listed ? 'removed' : 'too many'
}
