import { observeValues } from '../../src/harness/observation/observe-values.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { soleNames } from '../../src/pipeline/sole-names.ts'
import type { Answers } from './methods.ts'
import type { Product } from './product.ts'

/** A member, by the keys of both families. */
export interface KnownMember {
  readonly id: number
  readonly username: string
  /** The key of the family by username. */
  readonly name: string
}

export interface Clan {
  readonly members: readonly KnownMember[]
  /** Members whose normalised name is nobody else's: only for these there are two answers to compare. */
  readonly comparable: readonly KnownMember[]
}

/** Reads the members of a database that has ids. @throws Error for a member without id or username. */
export async function observeClan(target: OpenTarget, { normaliseUsername }: Product): Promise<Clan> {
  const rows = await observeValues(target, { table: 'clan_members', columns: ['id', 'username'] })
  const members = rows.map(([id, username]) => {
    if (id == null || username == null)
      throw new Error(`a member has no id or no username: ${id}, ${JSON.stringify(username)}`)
    return { id: Number(id), username, name: normaliseUsername(username) }
  })
  const sole = soleNames(members.map(({ name }) => name))
  return { members, comparable: members.filter(({ name }) => sole.has(name)) }
}

/** The members' keys of the family by username, on any schema. */
export async function namesOfMembers(
  target: OpenTarget,
  { normaliseUsername }: Product,
): Promise<readonly string[]> {
  const rows = await observeValues(target, { table: 'clan_members', columns: ['username'] })
  return [...new Set(rows.map(([username]) => normaliseUsername(username)))]
}

/** Answers under the members' own names; members without an answer are left out. */
export function byMember<Key>(
  members: readonly KnownMember[],
  answers: Answers<Key>,
  keyOf: (member: KnownMember) => Key,
): ReadonlyMap<string, unknown> {
  const named = new Map<string, unknown>()
  for (const member of members) {
    const answer = answers.get(keyOf(member))
    if (answer !== undefined) named.set(member.username, answer)
  }
  return named
}
