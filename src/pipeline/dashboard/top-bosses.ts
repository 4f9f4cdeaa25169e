import { inOrderOfNames } from '../in-order-of-names.ts'
import type { Dashboard } from './dashboard-schema.ts'
import { wholeNumber } from './whole-number.ts'

/** A member's kills by boss; only bosses that were killed. */
export interface MemberKills {
  readonly name: string
  readonly kills: ReadonlyMap<string, number>
}

type TopBoss = Dashboard['topBosses'][number]

const MOST = 15

/**
 * The bosses that the members have killed most, the most killed first; of those killed as often in the order of names.
 * Of members who have killed one as often, the first by name has killed it most.
 * @throws SchemaError for a sum that cannot be exact.
 */
export function topBosses(members: readonly MemberKills[]): Dashboard['topBosses'] {
  const bosses = new Map<string, TopBoss>()
  for (const { name, kills } of members.toSorted((one, other) => inOrderOfNames(one.name, other.name))) {
    for (const [boss, count] of kills) bosses.set(boss, withKills(bosses.get(boss), boss, name, count))
  }
  return [...bosses.values()]
    .sort((one, other) => other.kills - one.kills || inOrderOfNames(one.boss, other.boss))
    .slice(0, MOST)
}

function withKills(before: TopBoss | undefined, boss: string, name: string, count: number): TopBoss {
  const kills = wholeNumber(
    (before?.kills ?? 0) + wholeNumber(count, `kills of ${boss}`),
    `all kills of ${boss}`,
  )
  const most = before !== undefined && before.most.kills >= count ? before.most : { name, kills: count }
  return { boss, kills, members: (before?.members ?? 0) + 1, most }
}
