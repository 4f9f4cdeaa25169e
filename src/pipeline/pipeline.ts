import { activityCsv } from './activity-report/activity-csv.ts'
import { activityData } from './activity-report/activity-data.ts'
import { activityRows } from './activity-report/activity-rows.ts'
import { activityWorkbook } from './activity-report/activity-workbook.ts'
import { membersById } from './activity-report/members-by-id.ts'
import { membersByUsername } from './activity-report/members-by-username.ts'
import { analyticsById } from './analytics/analytics-by-id.ts'
import { analyticsByUsername } from './analytics/analytics-by-username.ts'
import { dashboard } from './dashboard/dashboard.ts'
import { dashboardById } from './dashboard/dashboard-by-id.ts'
import { dashboardByUsername } from './dashboard/dashboard-by-username.ts'
import { dashboardJson } from './dashboard/dashboard-json.ts'
import { harvest } from './harvest/harvest.ts'
import { harvestSummary } from './harvest/harvest-summary.ts'
import { discord } from './harvest/sources/discord.ts'
import { wiseOldMan } from './harvest/sources/wise-old-man.ts'
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
  dashboard,
  dashboardById,
  dashboardByUsername,
  dashboardJson,
  harvest,
  harvestSummary,
  wiseOldMan,
  discord,
  normaliseUsername,
  displayUsername,
  canonicalUsername,
  isSameUser,
  validateUsername,
} as const
