/**
 * The feature that runs the red twins, with a row for each new gate behind the last row of its family. Undefined where
 * it has no row of a family: then nobody knows where they belong.
 */
export function withTwinRows(feature: string, codes: readonly string[]): TwinRows | undefined {
  const lines = feature.split('\n')
  for (const code of codes) {
    const at = placeFor(lines, code)
    if (at === undefined) return undefined
    const [indent = ''] = /^\s*/.exec(lines[at - 1] ?? '') ?? []
    lines.splice(at, 0, `${indent}| ${code} |`)
  }
  return {
    text: lines.join('\n'),
    lines: lines.flatMap((line, at) => (codes.includes(cellOf(line) ?? '') ? [at + 1] : [])),
  }
}

/** The new text, and the lines of the new rows in it. */
export interface TwinRows {
  readonly text: string
  readonly lines: readonly number[]
}

/** Behind the last row of the first table that has rows of the family. */
function placeFor(lines: readonly string[], code: string): number | undefined {
  const isOfFamily = (line: string) => cellOf(line)?.slice(0, 3) === code.slice(0, 3)
  const first = lines.findIndex(isOfFamily)
  if (first < 0) return undefined
  const length = lines.slice(first).findIndex((line) => !isOfFamily(line))
  return length < 0 ? lines.length : first + length
}

/** The code in a row of one cell. */
function cellOf(line: string): string | undefined {
  return /^\s*\|\s*([A-Z]{3}\d{3})\s*\|\s*$/.exec(line)?.[1]
}
