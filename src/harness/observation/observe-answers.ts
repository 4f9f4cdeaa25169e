import type { OpenTarget } from '../target/open-target.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Answer, QueryParameters } from './answer.ts'
import type { NamedQuery } from './query-plan.ts'
import { type Observer, withObserver } from './with-observer.ts'

/**
 * Runs queries and gives what they answer, exact to the type, in the order given. Parameters are written `:since` and
 * bound. All rows of all answers are in memory; some hundred thousand are fine.
 * @throws StagegateError for a parameter that is not given, and for one that is given and that no query has.
 */
export function observeAnswers(
  target: OpenTarget,
  queries: readonly NamedQuery[],
  parameters: QueryParameters = {},
): Promise<readonly Answer[]> {
  const answer = async ({ db, dialect }: Observer) => {
    const asked = queries.map((query) => ({ query, names: dialect.parametersIn(query) }))
    const given = Object.keys(parameters)
    for (const { query, names } of asked) {
      const missing = names.filter((name) => !given.includes(name))
      if (missing.length > 0) throw notGiven(query, missing, given)
    }
    const unused = given.filter((name) => !asked.some(({ names }) => names.includes(name)))
    if (unused.length > 0) throw notAsked(unused, [...new Set(asked.flatMap(({ names }) => names))])
    const answers: Answer[] = []
    for (const { query, names } of asked) {
      answers.push(
        await dialect.readAnswer(
          db,
          query,
          names.map((name) => parameters[name] ?? null),
        ),
      )
    }
    return answers
  }
  return withObserver(target, answer, { whole: true })
}

function notGiven(
  { name }: NamedQuery,
  missing: readonly string[],
  given: readonly string[],
): StagegateError {
  return new StagegateError({
    what: `The query ${name} has a parameter that is not given: ${missing.join(', ')}.`,
    where: `given: ${given.join(', ') || 'none'}`,
    cause: 'A parameter is misspelt, or was added to the query alone.',
    next: 'Give it a value where the queries are run, or take it out of the query.',
  })
}

function notAsked(unused: readonly string[], asked: readonly string[]): StagegateError {
  return new StagegateError({
    what: `No query has the parameter ${unused.join(', ')}.`,
    where: `parameters of the queries: ${asked.join(', ') || 'none'}`,
    cause: 'A parameter is misspelt, or was taken out of the last query that had it.',
    next: 'Leave it out, or name a parameter that a query has.',
  })
}
