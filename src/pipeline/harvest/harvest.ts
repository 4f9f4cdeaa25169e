import type { DataSource } from 'typeorm'
import type { Moment } from '../../schema/values/moment.ts'
import { callTheRoll } from './call-the-roll.ts'
import { exactMoment } from './exact-moment.ts'
import { harvestChannels } from './harvest-channels.ts'
import { harvestPlayers } from './harvest-players.ts'
import type { HarvestResult } from './harvest-result.ts'
import type { ClanSource } from './sources/clan-source.ts'
import type { MessageSource } from './sources/message-source.ts'
import { readHarvestSchema } from './writing/harvest-schema.ts'
import { removeMember } from './writing/remove-member.ts'
import { settleIds } from './writing/settle-ids.ts'
import { storedMembers } from './writing/stored-members.ts'

export interface HarvestSources {
  readonly clan: ClanSource
  readonly messages: MessageSource
}

export interface HarvestOptions {
  /** The moment up to which snapshots are asked for. */
  readonly now: Moment | Date
}

/**
 * Asks the sources what is new and stores it: each member with its snapshots and boss rows, then the members' leaving,
 * then each channel's messages, page by page. Each of these is a transaction, and everything that is written comes from
 * the answers and from `now`: a harvest that is killed and repeated leaves what an undisturbed one leaves.
 *
 * A text that no column can hold is stored with U+FFFD in it: for half a surrogate pair, and on PostgreSQL for U+0000.
 * What the sources answered is JSON, in which both are escaped, and is stored as it is.
 *
 * It runs on the schema before and after the refactoring. After it, every link is the one that the migration would derive
 * from the rows as they are then; before it, there are none.
 * @returns what was stored, and what a source failed to give, which costs no more than that.
 * @throws SchemaError for a database that has some of the links, or for a value that its column cannot hold; and what the
 * database throws. What was stored before stays.
 */
export async function harvest(
  db: DataSource,
  sources: HarvestSources,
  options: HarvestOptions,
): Promise<HarvestResult> {
  const schema = await readHarvestSchema(db)
  const now = exactMoment(options.now)
  const roll = await callTheRoll(sources.clan, await storedMembers(db))
  const { added, updated, ...players } = await harvestPlayers(db, schema, sources.clan, roll.players, now)
  // Before anybody leaves: whoever was added last may leave at once.
  await settleIds(db, schema)
  if (roll.leavers.decision === 'removed') {
    for (const name of roll.leavers.names) await removeMember(db, schema, name)
  }
  const channels = await harvestChannels(db, schema, sources.messages)
  return {
    linked: schema.linked,
    members: { listed: roll.listed, added, updated },
    leavers: roll.leavers,
    snapshots: players.snapshots,
    bosses: players.bosses,
    messages: channels.messages,
    failures: [...roll.failures, ...players.failures, ...channels.failures],
  }
}
