import { activityData } from './activity-report/activity-data.ts'
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
  activityData,
  normaliseUsername,
  displayUsername,
  canonicalUsername,
  isSameUser,
  validateUsername,
} as const
