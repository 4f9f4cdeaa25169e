import { parse } from '@cucumber/tag-expressions'
import { nearestName } from '../harness/vocabulary/nearest-name.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'

/**
 * Checks that a tag expression can be read and speaks only of tags that the plan has: a misspelt tag matches nothing,
 * and to Cucumber nothing is success.
 * @throws StagegateError
 */
export function checkTags(expression: string, known: ReadonlySet<string> | undefined): void {
  try {
    parse(expression)
  } catch (error) {
    throw new StagegateError(
      {
        what: `The tag expression "${expression}" cannot be read.`,
        where: '--tags',
        cause: firstLine(error),
        next: 'Write it like: --tags "@DAT301 or (@MIG101 and not @timing)"',
      },
      { cause: error },
    )
  }
  if (known === undefined) return
  const unknown = namesIn(expression).find((name) => !known.has(name))
  if (unknown === undefined) return
  const nearest = nearestName(unknown, [...known])
  throw new StagegateError({
    what: `No scenario of the plan has the tag "${unknown}".`,
    where: `--tags "${expression}"`,
    cause: unknown.startsWith('@') ? 'The tag is misspelt.' : 'A tag begins with @.',
    next: nearest === undefined ? 'See the tags in features/.' : `Did you mean ${nearest}?`,
  })
}

/** The tags in an expression; blanks and parentheses inside a tag are written with a backslash before them. */
function namesIn(expression: string): readonly string[] {
  const words = expression.match(/(?:\\.|[^\s()\\])+/g) ?? []
  return words
    .filter((word) => !['and', 'or', 'not'].includes(word))
    .map((word) => word.replace(/\\(.)/g, '$1'))
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').at(-1) ?? ''
}
