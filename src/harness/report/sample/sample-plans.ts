import type { PlannedQuery } from '../../vocabulary/planned-query.ts'

/** How SQLite means to count messages by username and by id, for tests. */
export const samplePlans = (): readonly PlannedQuery[] => [
  {
    subject: 'message counts of 30 days',
    way: 'by username',
    sql: 'SELECT lower("author_name") AS "name", count(*) AS "messages"\nFROM "discord_messages"\nWHERE "created_at" >= ?\nGROUP BY lower("author_name")',
    steps: ['SCAN discord_messages USING INDEX idx_discord_author_lower'],
  },
  {
    subject: 'message counts of 30 days',
    way: 'by id',
    sql: 'SELECT "member"."id", (SELECT count(*) FROM "discord_messages" "message" WHERE "message"."user_id" = "member"."id" AND "message"."created_at" >= ?) AS "messages"\nFROM "clan_members" "member"',
    steps: [
      'SCAN member USING COVERING INDEX idx_clan_members_username',
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH message USING COVERING INDEX idx_discord_messages_user_id_created_at (user_id=? AND created_at>?)',
    ],
  },
]
