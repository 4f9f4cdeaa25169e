/** How much of a clan has left, in the plan's words. */
export type Leaving = 'nobody' | 'a fifth' | 'one more than a fifth' | 'everybody'

/**
 * How many members that is. The clan is everybody who was a member and everybody who joins.
 * @param members how many there were @param joining how many are new in the list
 */
export function leaversOf(leaving: Leaving, members: number, joining: number): number {
  const fifth = Math.floor((members + joining) / 5)
  if (leaving === 'nobody') return 0
  if (leaving === 'everybody') return members
  return leaving === 'a fifth' ? fifth : fifth + 1
}
