import { describe } from 'node:test'
import { normaliseUsername } from '../usernames.ts'
import { dashboardByUsername } from './dashboard-by-username.ts'
import { dashboardQueriesContract } from './dashboard-queries.contract.ts'

describe('dashboardByUsername', () => {
  for (const at of ['DedupSnapshots', 'head'] as const) {
    dashboardQueriesContract({
      at,
      queries: dashboardByUsername,
      keyOf: async (_db, username) => normaliseUsername(username),
    })
  }
})
