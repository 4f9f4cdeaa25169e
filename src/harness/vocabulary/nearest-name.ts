import leven from 'leven'

/** The name that was probably meant, or undefined when none is close. Ignores case. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  const ranked = names
    .map((candidate) => ({ candidate, distance: leven(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best !== undefined && best.distance <= Math.max(2, Math.floor(name.length / 3))
    ? best.candidate
    : undefined
}
