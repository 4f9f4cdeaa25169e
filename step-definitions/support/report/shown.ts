import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import { withProduct } from '../../../src/harness/target/with-product.ts'
import type { ActivityRow } from '../../../src/pipeline/activity-report/activity-row.ts'
import type { ReportMember } from '../../../src/pipeline/activity-report/report-member.ts'
import type { Analytics } from '../../../src/pipeline/analytics/analytics.ts'
import type { DashboardQueries } from '../../../src/pipeline/dashboard/dashboard-queries.ts'
import type { Dashboard } from '../../../src/pipeline/dashboard/dashboard-schema.ts'
import { newestSnapshot } from '../newest-snapshot.ts'
import type { Product } from '../product.ts'

export type Family = 'by id' | 'by username'

/** What people are shown of a clan. */
export interface Shown {
  readonly report: readonly ActivityRow[]
  readonly dashboard: Dashboard
}

export interface ShownOptions {
  readonly family: Family
  /**
   * Names of members; everybody unless given. Others are shown as members of whom nothing is known, as the family by
   * username shows whom it cannot tell from somebody else.
   */
  readonly known?: ReadonlySet<string>
}

/** The activity report and the dashboard as of the newest snapshot. */
export async function shown(
  target: OpenTarget,
  product: Product,
  { family, known }: ShownOptions,
): Promise<Shown> {
  const now = await newestSnapshot(target)
  return withProduct(target, async (connect) => {
    const db = await connect()
    const asKnown = <Key>(members: readonly ReportMember<Key>[]) =>
      members.map((member) => (known?.has(member.name) === false ? { ...member, key: null } : member))
    return family === 'by id'
      ? made(product, now, {
          analytics: product.analyticsById(db),
          queries: product.dashboardById(db),
          members: asKnown(await product.membersById(db)),
        })
      : made(product, now, {
          analytics: product.analyticsByUsername(db),
          queries: product.dashboardByUsername(db),
          members: asKnown(await product.membersByUsername(db)),
        })
  })
}

interface Source<Key> {
  readonly analytics: Analytics<Key>
  readonly queries: DashboardQueries<Key>
  readonly members: readonly ReportMember<Key>[]
}

async function made<Key>(
  product: Product,
  now: string,
  { analytics, queries, members }: Source<Key>,
): Promise<Shown> {
  return {
    report: product.activityRows(members, await product.activityData(analytics, now)),
    dashboard: await product.dashboard(analytics, queries, members, now),
  }
}

/** Members whom both families can tell from all others, and how many members there are. */
export async function tellable(
  target: OpenTarget,
  product: Product,
): Promise<{ readonly names: ReadonlySet<string>; readonly members: number }> {
  const members = await withProduct(target, async (connect) => product.membersByUsername(await connect()))
  return {
    names: new Set(members.flatMap(({ key, name }) => (key === null ? [] : [name]))),
    members: members.length,
  }
}
