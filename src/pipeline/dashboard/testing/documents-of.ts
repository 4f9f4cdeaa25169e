import type { DataSource } from 'typeorm'
import type { Moment } from '../../../schema/values/moment.ts'
import { membersById } from '../../activity-report/members-by-id.ts'
import { membersByUsername } from '../../activity-report/members-by-username.ts'
import { analyticsById } from '../../analytics/analytics-by-id.ts'
import { analyticsByUsername } from '../../analytics/analytics-by-username.ts'
import { soleNames } from '../../sole-names.ts'
import { normaliseUsername } from '../../usernames.ts'
import { dashboard } from '../dashboard.ts'
import { dashboardById } from '../dashboard-by-id.ts'
import { dashboardByUsername } from '../dashboard-by-username.ts'
import type { Dashboard } from '../dashboard-schema.ts'

/** The document by id of all members, or of those alone whom names can tell from others. */
export async function documentById(
  db: DataSource,
  now: Moment | Date,
  members: 'all' | 'tellable' = 'all',
): Promise<Dashboard> {
  const all = await membersById(db)
  const sole = soleNames(all.map(({ name }) => normaliseUsername(name)))
  const asked = all.map((member) =>
    members === 'all' || sole.has(normaliseUsername(member.name)) ? member : { ...member, key: null },
  )
  return dashboard(analyticsById(db), dashboardById(db), asked, now)
}

export async function documentByUsername(db: DataSource, now: Moment | Date): Promise<Dashboard> {
  return dashboard(analyticsByUsername(db), dashboardByUsername(db), await membersByUsername(db), now)
}
