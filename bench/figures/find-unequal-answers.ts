import { isDeepStrictEqual } from 'node:util'
import type { ClanRoll } from './clan-roll.ts'

/** What one way of asking answers: one map, or the several of which the answer is made. */
export type Answer<Key> = readonly ReadonlyMap<Key, unknown>[]

/** The same question, answered in three ways. */
export interface Answers {
  readonly byHand: Answer<number>
  readonly byId: Answer<number>
  readonly byUsername: Answer<string>
}

/**
 * A sentence for every answer that is not that of the hand-written SQL: by id for every member, by username for the
 * comparable ones. An answer for somebody who is no member is unequal, too.
 */
export function findUnequalAnswers(
  method: string,
  { members, comparable }: ClanRoll,
  { byHand, byId, byUsername }: Answers,
): readonly string[] {
  const sentences: string[] = []
  const compare = (who: string, way: string, expected: unknown, found: unknown): void => {
    if (isDeepStrictEqual(found, expected)) return
    sentences.push(`${method}, ${who}: hand-written ${shown(expected)}, ${way} ${shown(found)}`)
  }
  const ids = new Set(members.map(({ id }) => id))
  const names = new Set(members.map(({ name }) => name))
  for (const [part, expected] of byHand.entries()) {
    const [ofIds, ofNames] = [byId[part], byUsername[part]]
    const everyId = new Set([...ids, ...expected.keys(), ...(ofIds?.keys() ?? [])])
    for (const id of everyId) compare(`member ${id}`, 'by id', expected.get(id), ofIds?.get(id))
    for (const { id, name } of comparable)
      compare(`member ${id}, "${name}"`, 'by username', expected.get(id), ofNames?.get(name))
    for (const name of ofNames?.keys() ?? []) {
      if (!names.has(name))
        compare(`"${name}", who is no member`, 'by username', undefined, ofNames?.get(name))
    }
  }
  return sentences
}

function shown(answer: unknown): string {
  return answer === undefined ? 'no answer' : JSON.stringify(answer)
}
