import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { NamedQuery } from './query-plan.ts'

const NAME = /^--\s*name:\s*(.*?)\s*$/
const COMMENT_OR_BLANK = /^\s*(?:--.*)?$/

/**
 * Queries of a text in which each stands under a line `-- name: latest-snapshots`. A semicolon at the end is dropped.
 * @param where the file, for errors.
 * @throws StagegateError for SQL before the first name, a name without SQL, or a name that is empty or used twice.
 */
export function parseQueries(text: string, where: string): readonly NamedQuery[] {
  const queries: { name: string; line: number; lines: string[] }[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const name = NAME.exec(line)?.[1]
    if (name !== undefined) {
      if (name === '') throw unreadable('A query has an empty name.', where, at + 1)
      if (queries.some((query) => query.name === name)) {
        throw unreadable(`Two queries are called ${name}.`, where, at + 1)
      }
      queries.push({ name, line: at + 1, lines: [] })
    } else if (queries.length > 0) {
      queries.at(-1)?.lines.push(line)
    } else if (!COMMENT_OR_BLANK.test(line)) {
      throw unreadable('A query has no name.', where, at + 1)
    }
  }
  return queries.map(({ name, line, lines }) => {
    if (lines.every((text) => COMMENT_OR_BLANK.test(text))) {
      throw unreadable(`The query ${name} is empty.`, where, line)
    }
    return Object.freeze({ name, sql: lines.join('\n').trim().replace(/;$/, '') })
  })
}

function unreadable(what: string, where: string, line: number): StagegateError {
  return new StagegateError({
    what,
    where: `${where}:${line}`,
    next: 'Put a line "-- name: what-it-is-called" above every query.',
  })
}
