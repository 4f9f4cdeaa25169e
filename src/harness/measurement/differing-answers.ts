import type { Witness } from '../vocabulary/witness.ts'
import { aroundDifference } from './around-difference.ts'
import { faults } from './faults.ts'
import { firstDifference } from './first-difference.ts'
import type { Measurement } from './measurement.ts'

/** What people call someone, and what a method answers of them: plain data. */
type AnswersByName = ReadonlyMap<string, unknown>

/**
 * Answers of two methods that ought to be the same: missing in one of them, or of different content.
 * @param cause what usually makes them differ
 */
export function differingAnswers(
  subject: string,
  expected: AnswersByName,
  actual: AnswersByName,
  cause = 'An order that leaves two rows equal, a cutoff compared by > instead of >=, or a member without rows left out.',
): Measurement {
  const names = [...new Set([...expected.keys(), ...actual.keys()])]
  return faults({
    subject,
    population: names.length,
    witnesses: names.flatMap((name) => witnessOf(name, expected, actual)),
    usualCause: cause,
  })
}

function witnessOf(name: string, expected: AnswersByName, actual: AnswersByName): readonly Witness[] {
  if (!actual.has(name))
    return [{ where: name, what: `has no answer; expected ${short(expected.get(name))}` }]
  if (!expected.has(name)) return [{ where: name, what: `is ${short(actual.get(name))}; expected no answer` }]
  const difference = firstDifference(expected.get(name), actual.get(name))
  if (difference === undefined) return []
  const [is, asked] = aroundDifference(text(difference.actual), text(difference.expected))
  return [{ where: name, what: `${difference.path} is ${is}; expected ${asked}`.trimStart() }]
}

function short(value: unknown): string {
  return aroundDifference(text(value), '')[0]
}

/** As JSON, so that 1 and "1" look different; what JSON does not know as it is called. */
function text(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' && typeof value !== 'string') return String(value)
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part))
}
