import type { Moment } from '../../schema/values/moment.ts'
import type { ActivityRow } from './activity-row.ts'

/** A column of the activity report, whatever it is written as. Null: not known. */
export type ActivityColumn = {
  readonly title: string
  /** In characters. */
  readonly width: number
} & (
  | { readonly kind: 'text'; readonly value: (row: ActivityRow) => string | null }
  | { readonly kind: 'moment'; readonly value: (row: ActivityRow) => Moment | null }
  | { readonly kind: 'count'; readonly value: (row: ActivityRow) => number | null }
)

/** The columns of the activity report, in their order. */
export const ACTIVITY_COLUMNS: readonly ActivityColumn[] = [
  { title: 'Name', width: 20, kind: 'text', value: (row) => row.name },
  { title: 'Rank', width: 14, kind: 'text', value: (row) => row.rank },
  { title: 'Joined (UTC)', width: 20, kind: 'moment', value: (row) => row.joinedAt },
  count('Messages, 7 days', (row) => row.messages.days7),
  count('Messages, 30 days', (row) => row.messages.days30),
  count('Messages, 90 days', (row) => row.messages.days90),
  count('Messages, total', (row) => row.messages.total),
  count('Experience, 7 days', (row) => row.experience.days7),
  count('Experience, 30 days', (row) => row.experience.days30),
  count('Experience, 90 days', (row) => row.experience.days90),
  count('Experience, 365 days', (row) => row.experience.days365),
  count('Boss kills, 7 days', (row) => row.bossKills.days7),
  count('Boss kills, 30 days', (row) => row.bossKills.days30),
  count('Boss kills, 90 days', (row) => row.bossKills.days90),
  count('Boss kills, 365 days', (row) => row.bossKills.days365),
]

/** The title is wider than what stands below it. */
function count(title: string, value: (row: ActivityRow) => number | null): ActivityColumn {
  return { title, width: title.length + 2, kind: 'count', value }
}
