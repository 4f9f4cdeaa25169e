/** The normalised names that exactly one bears: who shares a name, or has none, cannot be told from others by it. */
export function soleNames(names: readonly string[]): ReadonlySet<string> {
  const bearers = new Map<string, number>()
  for (const name of names) bearers.set(name, (bearers.get(name) ?? 0) + 1)
  return new Set([...bearers].flatMap(([name, count]) => (name !== '' && count === 1 ? [name] : [])))
}
