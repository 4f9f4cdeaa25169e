/** The name that was probably meant, or undefined when none is close. Ignores case. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  const ranked = names
    .map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best !== undefined && best.distance <= Math.max(2, Math.floor(name.length / 3))
    ? best.candidate
    : undefined
}

/** Levenshtein's distance, row by row. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, left] of [...a].entries()) {
    const current = [row + 1]
    for (const [column, right] of [...b].entries()) {
      const replaced = at(previous, column) + (left === right ? 0 : 1)
      current.push(Math.min(replaced, at(previous, column + 1) + 1, at(current, column) + 1))
    }
    previous = current
  }
  return at(previous, previous.length - 1)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
