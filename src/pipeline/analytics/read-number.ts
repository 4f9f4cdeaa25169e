import { SchemaError } from '../../schema/schema-error.ts'

/**
 * An id or a figure as the database gives it.
 * @throws SchemaError for what is no number, and for an integer beyond 2^53, with which nothing can be calculated exactly.
 */
export function readNumber(value: unknown): number {
  if (typeof value === 'number') return value
  throw new SchemaError({
    what: `${value} is no exact number`,
    where: 'an id or a figure of a member or a snapshot',
    cause: 'an integer beyond 2^53, or a text, that something else than the harvest wrote',
    next: 'find the row by this value and correct it',
  })
}
