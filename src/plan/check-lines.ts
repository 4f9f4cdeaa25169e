import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import type { GherkinDocument } from './envelope.ts'
import { planOutline } from './plan-outline.ts'

/** A path as a user names it, taken apart: `features/a.feature:12:30`. */
export interface PathAndLines {
  readonly path: string
  /** The lines of the scenarios that are meant; none for all. */
  readonly lines: readonly number[]
}

/** Takes a path and its lines apart. */
export function pathAndLines(named: string): PathAndLines {
  const [lines = ''] = /(?::\d+)+$/.exec(named) ?? []
  return {
    path: named.slice(0, named.length - lines.length),
    lines: lines.split(':').slice(1).map(Number),
  }
}

/**
 * Finds lines that select nothing, before anything is started.
 * @param unparsed files that could not be read: of them nobody knows
 * @throws StagegateError naming the lines that do
 */
export function checkLines(
  named: readonly string[],
  documents: readonly GherkinDocument[],
  unparsed: ReadonlySet<string>,
): void {
  for (const each of named) {
    const { path, lines } = pathAndLines(each)
    if (unparsed.has(path)) continue
    const known = documents.filter(({ uri }) => uri === path).flatMap(linesOf)
    for (const line of lines) if (!known.includes(line)) throw noScenario(path, line, known)
  }
}

/** The lines of the scenarios of a file, and of the rows of their examples. */
function linesOf(document: GherkinDocument): readonly number[] {
  return planOutline([document]).scenarios.flatMap(({ scenario }) => [
    scenario.location.line,
    ...scenario.examples.flatMap(({ tableBody }) => tableBody.map(({ location }) => location.line)),
  ])
}

function noScenario(path: string, line: number, known: readonly number[]): StagegateError {
  const nearest = [...known].sort((one, other) => Math.abs(one - line) - Math.abs(other - line))[0]
  return new StagegateError({
    what: `No scenario begins at ${path}:${line}.`,
    cause: 'The file changed, or the line is that of a Rule or a step.',
    next:
      nearest === undefined
        ? 'Name the line of a scenario, or of a row of its examples.'
        : `Name the line of a scenario, or of a row of its examples; the nearest is ${path}:${nearest}.`,
  })
}
