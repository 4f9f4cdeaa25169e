import type { TableShape } from './table-shape.ts'

export interface DifferencesOptions {
  readonly actual: TableShape
  readonly expected: TableShape
  /** Whether the columns must stand in the expected order, too. */
  readonly ordered: boolean
  /** `ignored`: another name for a type of the same affinity, and NOT NULL or not, make no difference. */
  readonly harmless?: 'ignored'
}

/** What is wrong with a table, one sentence each; none when it is as expected. */
export function differences(options: DifferencesOptions): readonly string[] {
  const { actual, expected, ordered } = options
  const found = [...columnDifferences(options), ...otherDifferences(actual, expected)]
  const inOrder = [...actual.columns.keys()].join() === [...expected.columns.keys()].join()
  if (found.length > 0 || inOrder || !ordered) return found
  return [`its columns stand in another order: ${[...actual.columns.keys()].join(', ')}`]
}

function* columnDifferences({ actual, expected, harmless }: DifferencesOptions): Iterable<string> {
  const compared = harmless === 'ignored' ? 'essentials' : 'columns'
  for (const [name, description] of expected.columns) {
    const is = actual.columns.get(name)
    if (is === undefined) yield `column ${name} is missing`
    else if (actual[compared].get(name) !== expected[compared].get(name)) {
      yield `column ${name} is ${is}; expected: ${description}`
    }
  }
  for (const name of actual.columns.keys()) {
    if (!expected.columns.has(name)) yield `column ${name} is unknown`
  }
}

function* otherDifferences(actual: TableShape, expected: TableShape): Iterable<string> {
  for (const line of expected.others) if (!actual.others.includes(line)) yield `it lacks: ${line}`
  for (const line of actual.others) if (!expected.others.includes(line)) yield `it has besides: ${line}`
}
