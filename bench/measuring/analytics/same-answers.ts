import type { DataSource } from 'typeorm'
import { findUnequalAnswers } from '../../figures/find-unequal-answers.ts'
import { UnequalAnswers } from '../../figures/unequal-answers.ts'
import { ANALYTICS_METHODS } from './analytics-methods.ts'
import type { Clan } from './read-clan.ts'
import { withSides } from './with-sides.ts'

/**
 * Asks everything in all three ways and of every member.
 * @throws UnequalAnswers: a faster answer that is another answer is not worth a measurement.
 */
export async function sameAnswers(location: string, template: DataSource, clan: Clan): Promise<void> {
  const { roll, cutoff } = clan
  const byId = { cutoff, members: roll.members.map(({ id }) => id) }
  const byUsername = { cutoff, members: roll.comparable.map(({ name }) => name) }
  const unequal = await withSides(location, template, async (sides) => {
    const sentences: string[] = []
    for (const { name, ask, byHand } of ANALYTICS_METHODS) {
      const answers = {
        byHand: byHand(sides.byHand, byId)(),
        byId: await ask(sides.byId, byId),
        byUsername: await ask(sides.byUsername, byUsername),
      }
      sentences.push(...findUnequalAnswers(name, roll, answers))
    }
    return sentences
  })
  if (unequal.length > 0) throw new UnequalAnswers(unequal)
}
