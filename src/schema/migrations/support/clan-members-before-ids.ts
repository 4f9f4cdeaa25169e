import type { TableDefinition } from '../../definitions/table-definition.ts'
import type { IdBefore } from './id-before.ts'
import { CLAN_MEMBERS_BEFORE_LINKS } from './tables-before-links.ts'

/** `clan_members` before it had ids: with the column that somebody had added by hand, where there was one. */
export function clanMembersBeforeIds({ type }: IdBefore): TableDefinition {
  const { name, body } = CLAN_MEMBERS_BEFORE_LINKS
  return type === undefined ? CLAN_MEMBERS_BEFORE_LINKS : { name, body: `${body}, id ${type}` }
}
