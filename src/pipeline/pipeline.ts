import { activityCsv } from './activity-report/activity-csv.ts'
import { activityData } from './activity-report/activity-data.ts'
import { activityRows } from './activity-report/activity-rows.ts'
import { activityWorkbook } from './activity-report/activity-workbook.ts'
import { membersById } from './activity-report/members-by-id.ts'
import { membersByUsername } from './activity-report/members-by-username.ts'
import { analyticsById } from './analytics/analytics-by-id.ts'
import { analyticsByUsername } from './analytics/analytics-by-username.ts'
import {
  canonicalUsername,
  displayUsername,
  isSameUser,
  normaliseUsername,
  validateUsername,
} from './usernames.ts'

/** The product, as far as a rehearsal runs it. */
export const pipeline = {
  analyticsByUsername,
  analyticsById,
  activityCsv,
  activityData,
  activityRows,
  activityWorkbook,
  membersById,
  membersByUsername,
  normaliseUsername,
  displayUsername,
  canonicalUsername,
  isSameUser,
  validateUsername,
} as const
