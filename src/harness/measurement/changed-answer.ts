import type { Answer, AnsweredQuery } from '../observation/answer.ts'
import { formatCount } from '../vocabulary/format.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { aroundDifference } from './around-difference.ts'
import { faults, SHOWN_WITNESSES } from './faults.ts'
import type { Measurement } from './measurement.ts'

type Row = readonly string[]

/** How witnesses speak of the one side and the other. */
interface Words {
  readonly gone: string
  readonly added: string
  readonly was: string
}

const OF_BEFORE: Words = { gone: 'is gone', added: 'is new', was: 'it was' }

/**
 * What is different in a query's answer: its columns, its rows one by one in their order, or that there is none any
 * more. A query that failed before as well has nothing to be compared with: its measurement is of nothing, and its
 * subject says why.
 */
export function changedAnswer(before: Answer, after: Answer, words: Words = OF_BEFORE): Measurement {
  const usualCause =
    'A column that was renamed or moved, rows that were lost or doubled, or an order that leaves rows equal.'
  if ('failure' in before) {
    return faults({
      subject: `${before.name} (it failed before: ${before.failure})`,
      population: 0,
      witnesses: [],
      usualCause: 'The query is meant for another schema, or misspelt.',
    })
  }
  if ('failure' in after) {
    const witness = { where: before.name, what: `fails now: ${after.failure}` }
    return faults({ subject: before.name, population: before.rows.length, witnesses: [witness], usualCause })
  }
  const columns = changedColumns(before, after)
  const rows = changedRows(before.rows, after.rows, words)
  return faults({
    subject: before.name,
    population: Math.max(before.rows.length, after.rows.length),
    count: columns.length + rows.count,
    witnesses: [...columns, ...rows.first],
    usualCause,
  })
}

function changedColumns(before: AnsweredQuery, after: AnsweredQuery): readonly Witness[] {
  if (sameRow(before.columns, after.columns)) return []
  const [now, was] = aroundDifference(after.columns.join(', '), before.columns.join(', '))
  return [{ where: `${before.name}, columns`, what: `are ${now}; they were ${was}` }]
}

/**
 * What is the same at the beginning and at the end is left aside: a row that has come in between is then one
 * difference, and not as many as there are rows after it.
 */
function changedRows(
  before: readonly Row[],
  after: readonly Row[],
  words: Words,
): { readonly count: number; readonly first: readonly Witness[] } {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && sameRow(before[head], after[head])) head += 1
  let tail = 0
  while (tail < shorter - head && sameRow(before.at(-1 - tail), after.at(-1 - tail))) tail += 1
  let count = 0
  const first: Witness[] = []
  for (let at = head; at < Math.max(before.length, after.length) - tail; at += 1) {
    const was = at < before.length - tail ? before[at] : undefined
    const now = at < after.length - tail ? after[at] : undefined
    if (sameRow(was, now)) continue
    count += 1
    if (first.length < SHOWN_WITNESSES) first.push(witnessOf(at, was, now, words))
  }
  return { count, first }
}

function witnessOf(at: number, was: Row | undefined, now: Row | undefined, words: Words): Witness {
  const where = `row ${formatCount(at + 1)}`
  const [is, before] = aroundDifference(now?.join(', ') ?? '', was?.join(', ') ?? '')
  if (now === undefined) return { where, what: `${words.gone}: ${before}` }
  if (was === undefined) return { where, what: `${words.added}: ${is}` }
  return { where, what: `is ${is}; ${words.was} ${before}` }
}

function sameRow(one: Row | undefined, other: Row | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.length === other.length && one.every((value, at) => value === other[at])
}
