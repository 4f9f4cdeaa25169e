/** English, whatever the machine's language is. */
const collator = new Intl.Collator('en')

/** Names that a dictionary does not tell apart are in the order of their code units: there is one order only. */
export function inOrderOfNames(one: string, other: string): number {
  const order = collator.compare(one, other)
  if (order !== 0) return order
  return one < other ? -1 : Number(one > other)
}
