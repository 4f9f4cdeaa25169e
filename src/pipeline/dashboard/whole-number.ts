import { SchemaError } from '../../schema/schema-error.ts'

/**
 * A figure of the document, which has whole numbers only, each of them exact.
 * @param of what it is a figure of, for who reads the error
 * @throws SchemaError for any other number.
 */
export function wholeNumber(value: number, of: string): number {
  // Adding 0 turns -0, which JSON would lose, into 0.
  if (Number.isSafeInteger(value)) return value + 0
  throw new SchemaError({
    what: `${value} is no exact whole number`,
    where: of,
    cause: 'a figure that something else than the harvest wrote, or figures that add up to more than 2^53',
    next: 'look for figures of snapshots and bosses that no player can have, and correct them',
  })
}
