import { SchemaError } from '../../schema/schema-error.ts'

/**
 * An id or a figure as the database gives it.
 * @throws SchemaError for what is no number, and for an integer beyond 2^53, with which nothing can be calculated exactly.
 */
export function readNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && !isBeyondExact(value)) return value
  throw new SchemaError({
    what: `${value} is no exact number`,
    where: 'an id or a figure of a member or a snapshot',
    cause: 'an integer beyond 2^53, or a text, that something else than the harvest wrote',
    next: 'look for values beyond 2^53 in the database itself, since this one may be rounded already, and correct them',
  })
}

/** An integer that came as JSON text was rounded to a number that is no safe integer. */
function isBeyondExact(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value)
}
