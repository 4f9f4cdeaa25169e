import type { ValueTransformer } from 'typeorm'
import { SchemaError } from '../schema-error.ts'

const LEAST = -(2n ** 63n)
const MOST = 2n ** 63n - 1n

/**
 * A 64-bit integer as a string of decimal digits in the entity, which is how TypeORM itself reads such columns
 * elsewhere. SQLite turns the digits into an integer, exactly, because the column has integer affinity.
 * @throws SchemaError for anything that is no 64-bit integer.
 */
export const exactId: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : digitsOf(value)),
  from: (value: unknown) => (value === null || value === undefined ? value : String(value)),
}

function digitsOf(value: unknown): string {
  const integer = integerOf(value)
  if (integer !== undefined && integer >= LEAST && integer <= MOST) return String(integer)
  throw new SchemaError({
    what: `${JSON.stringify(String(value))} is no 64-bit integer`,
    where: 'a column of 64-bit ids',
    cause: 'an id was read as a number, which is inexact beyond 2^53, or is no id at all',
    next: 'give the id as a string of decimal digits',
  })
}

function integerOf(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined
  return typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? BigInt(value) : undefined
}
