import type { Sentence } from './sentence.ts'

/** More rows than these tell nothing new about a table. */
const MOST_ROWS = 5

/** The example of a sentence as lines of Gherkin, a long table cut; empty where there is none. */
export function exampleLines({ keyword, example }: Sentence): readonly string[] {
  if (example === null) return []
  const { text, rows, docString } = example
  const left = rows.length - MOST_ROWS
  return [
    `${keyword} ${text}`,
    ...tableLines(left > 1 ? rows.slice(0, MOST_ROWS) : rows),
    ...(left > 1 ? [`  # and ${left} rows more`] : []),
    ...(docString === null ? [] : ['"""', ...docString.split('\n'), '"""'].map((line) => `  ${line}`)),
  ]
}

function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const written = rows.map((row) => row.map(escapeCell))
  const widths = (written[0] ?? []).map((_, column) =>
    Math.max(...written.map((row) => row[column]?.length ?? 0)),
  )
  return written.map(
    (row) => `  | ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
}

/** A cell as it is written in a feature file. */
function escapeCell(cell: string): string {
  return cell.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n')
}
