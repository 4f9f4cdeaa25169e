const SHOWN = 120
/** How much of what is the same stands before the difference. */
const LEAD = 30

/** Two texts that differ, each cut to what can be shown and both at the same place, so that the difference is seen. */
export function aroundDifference(one: string, other: string): readonly [one: string, other: string] {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const from = Math.max(one.length, other.length) <= SHOWN ? 0 : Math.max(0, same - LEAD)
  return [cut(one, from), cut(other, from)]
}

function cut(text: string, from: number): string {
  const until = from + SHOWN
  return `${from > 0 ? '…' : ''}${text.slice(from, until)}${text.length > until ? '…' : ''}`
}
