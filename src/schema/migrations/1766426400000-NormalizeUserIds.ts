import type { MigrationInterface, QueryRunner } from 'typeorm'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import { dropColumn } from '../operations/drop-column.ts'
import { dropIndex } from '../operations/drop-index.ts'
import { dropTrigger } from '../operations/drop-trigger.ts'
import { ensureIndex } from '../operations/ensure-index.ts'
import { ensureTrigger } from '../operations/ensure-trigger.ts'
import { fillColumn } from '../operations/fill-column.ts'
import { limitWaiting } from '../operations/limit-waiting.ts'
import { rebuildTable } from '../operations/rebuild-table.ts'
import { tableBefore } from '../operations/table-before.ts'
import { withTablesRebuilt } from '../operations/with-tables-rebuilt.ts'
import { clanMembersBeforeIds } from './support/clan-members-before-ids.ts'
import { clanMembersWithIds } from './support/clan-members-with-ids.ts'
import { ensureEmptyLink, type LinkColumn } from './support/ensure-empty-link.ts'
import { inspectId } from './support/inspect-id.ts'
import { MEMBERS_KEEP_IDS } from './support/members-keep-ids.ts'
import { recallId } from './support/recall-id.ts'
import { refuseDuplicates } from './support/refuse-duplicates.ts'
import { CLAN_MEMBERS_BEFORE_LINKS, WOM_SNAPSHOTS_BEFORE_LINKS } from './support/tables-before-links.ts'
import { withAuthorMap } from './support/with-author-map.ts'
import { WOM_SNAPSHOTS_WITH_LINK } from './support/wom-snapshots-with-link.ts'

/** Parents before their children. */
const REBUILT: readonly string[] = ['clan_members', 'wom_snapshots', 'discord_messages', 'boss_snapshots']

const MEMBER_BY_NAME: IndexDefinition = {
  name: 'uq_clan_members_username',
  table: 'clan_members',
  columns: ['username'],
  unique: true,
}

const SNAPSHOTS_OF_MEMBER: IndexDefinition = {
  name: 'idx_wom_snapshots_user_id_timestamp',
  table: 'wom_snapshots',
  columns: ['user_id', 'timestamp'],
}

const MESSAGES_OF_MEMBER: IndexDefinition = {
  name: 'idx_discord_messages_user_id_created_at',
  table: 'discord_messages',
  columns: ['user_id', 'created_at'],
}

const BOSSES_OF_SNAPSHOT: IndexDefinition = {
  name: 'idx_boss_snapshots_wom_snapshot_id',
  table: 'boss_snapshots',
  columns: ['wom_snapshot_id'],
}

/** A member who leaves takes no message along. */
const MESSAGE_TO_MEMBER: LinkColumn = {
  table: 'discord_messages',
  name: 'user_id',
  parent: 'clan_members',
  onDelete: 'SET NULL',
}

/** A boss row is a part of its snapshot. */
const BOSS_TO_SNAPSHOT: LinkColumn = {
  table: 'boss_snapshots',
  name: 'wom_snapshot_id',
  parent: 'wom_snapshots',
  onDelete: 'CASCADE',
}

/** Production has this column, with NULL in every row; a database that nobody touched has not. */
const CLAN_MEMBERS_WITH_HAND_MADE_ID = clanMembersBeforeIds({ type: 'INTEGER', kept: false }).body

const MEMBER_VALUES = {
  username: 'old.username',
  role: 'old.role',
  joined_at: 'old.joined_at',
  last_updated: 'old.last_updated',
}

const SNAPSHOT_VALUES = {
  id: 'old.id',
  username: 'old.username',
  timestamp: 'old.timestamp',
  total_xp: 'old.total_xp',
  total_boss_kills: 'old.total_boss_kills',
  ehp: 'old.ehp',
  ehb: 'old.ehb',
  raw_data: 'old.raw_data',
}

/**
 * Gives every member an id, which nothing that is written later changes, and links snapshots, messages and boss rows.
 * Every username column stays.
 */
export class NormalizeUserIds1766426400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    await withTablesRebuilt(runner, REBUILT, async () => {
      await numberMembers(runner)
      await linkSnapshots(runner)
      await linkMessages(runner)
      await linkBosses(runner)
    })
    for (const trigger of MEMBERS_KEEP_IDS) await ensureTrigger(runner, trigger)
  }

  /** Children first: reverting runs with foreign keys enforced, where dropping a parent acts on its child rows. */
  async down(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    for (const trigger of MEMBERS_KEEP_IDS.toReversed()) await dropTrigger(runner, trigger)
    await withTablesRebuilt(runner, REBUILT, async () => {
      await unlink(runner, BOSS_TO_SNAPSHOT, BOSSES_OF_SNAPSHOT)
      await unlink(runner, MESSAGE_TO_MEMBER, MESSAGES_OF_MEMBER)
      await unlinkSnapshots(runner)
      await unnumberMembers(runner)
    })
  }
}

async function numberMembers(runner: QueryRunner): Promise<void> {
  await refuseDuplicates(runner, MEMBER_BY_NAME)
  const { before, numbered } = await inspectId(runner)
  const withIds = clanMembersWithIds(before)
  await rebuildTable(runner, {
    to: withIds,
    from: [withIds.body],
    alike: [CLAN_MEMBERS_BEFORE_LINKS.body, CLAN_MEMBERS_WITH_HAND_MADE_ID],
    values: { ...MEMBER_VALUES, id: numbered ? 'old.id' : 'old.rowid' },
  })
  await ensureIndex(runner, MEMBER_BY_NAME)
}

async function linkSnapshots(runner: QueryRunner): Promise<void> {
  await rebuildTable(runner, {
    to: WOM_SNAPSHOTS_WITH_LINK,
    from: [WOM_SNAPSHOTS_WITH_LINK.body],
    alike: [WOM_SNAPSHOTS_BEFORE_LINKS.body],
    values: {
      ...SNAPSHOT_VALUES,
      user_id: '(SELECT member.id FROM clan_members AS member WHERE member.username = old.username)',
    },
  })
  await ensureIndex(runner, SNAPSHOTS_OF_MEMBER)
}

async function linkMessages(runner: QueryRunner): Promise<void> {
  await withAuthorMap(runner, async (authors) => {
    await ensureEmptyLink(runner, MESSAGE_TO_MEMBER)
    await fillColumn(runner, {
      table: 'discord_messages',
      column: 'user_id',
      value: 'author.user_id',
      from: `${authors} AS author WHERE author.author_name = discord_messages.author_name`,
    })
  })
  await ensureIndex(runner, MESSAGES_OF_MEMBER)
}

async function linkBosses(runner: QueryRunner): Promise<void> {
  await ensureEmptyLink(runner, BOSS_TO_SNAPSHOT)
  await fillColumn(runner, {
    table: 'boss_snapshots',
    column: 'wom_snapshot_id',
    value: 'snapshot.id',
    from: 'wom_snapshots AS snapshot WHERE snapshot.id = boss_snapshots.snapshot_id',
  })
  await ensureIndex(runner, BOSSES_OF_SNAPSHOT)
}

async function unlink(runner: QueryRunner, link: LinkColumn, index: IndexDefinition): Promise<void> {
  await dropIndex(runner, index)
  await dropColumn(runner, link.table, link.name)
}

async function unlinkSnapshots(runner: QueryRunner): Promise<void> {
  await dropIndex(runner, SNAPSHOTS_OF_MEMBER)
  await rebuildTable(runner, {
    to: await tableBefore(runner, WOM_SNAPSHOTS_BEFORE_LINKS),
    from: [WOM_SNAPSHOTS_WITH_LINK.body],
    values: SNAPSHOT_VALUES,
  })
}

/** The row id takes the member's id, so that the way up finds the same ids again. */
async function unnumberMembers(runner: QueryRunner): Promise<void> {
  const before = await recallId(runner)
  await dropIndex(runner, MEMBER_BY_NAME)
  await rebuildTable(runner, {
    to: await tableBefore(runner, clanMembersBeforeIds(before)),
    from: [clanMembersWithIds(before).body],
    values: { ...MEMBER_VALUES, rowid: 'old.id', ...(before.kept ? { id: 'old.id' } : {}) },
  })
}
