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
export function shown(target: OpenTarget, product: Product, options: ShownOptions): Promise<Shown> {
  return withSource(target, product, options, async (source, now) => ({
    report: await reportOf(product, source, now),
    dashboard: await dashboardOf(product, source, now),
  }))
}

/** One of the two: by username each of them takes seconds on a large database. */
export function shownReport(
  target: OpenTarget,
  product: Product,
  options: ShownOptions,
): Promise<Shown['report']> {
  return withSource(target, product, options, (source, now) => reportOf(product, source, now))
}

export function shownDashboard(
  target: OpenTarget,
  product: Product,
  options: ShownOptions,
): Promise<Dashboard> {
  return withSource(target, product, options, (source, now) => dashboardOf(product, source, now))
}

interface Source<Key> {
  readonly analytics: Analytics<Key>
  readonly queries: DashboardQueries<Key>
  readonly members: readonly ReportMember<Key>[]
}

async function withSource<T>(
  target: OpenTarget,
  product: Product,
  { family, known }: ShownOptions,
  make: <Key>(source: Source<Key>, now: string) => Promise<T>,
): Promise<T> {
  const now = await newestSnapshot(target)
  return withProduct(target, async (connect) => {
    const db = await connect()
    const asKnown = <Key>(members: readonly ReportMember<Key>[]) =>
      members.map((member) => (known?.has(member.name) === false ? { ...member, key: null } : member))
    if (family === 'by id') {
      const [analytics, queries] = [product.analyticsById(db), product.dashboardById(db)]
      return make({ analytics, queries, members: asKnown(await product.membersById(db)) }, now)
    }
    const [analytics, queries] = [product.analyticsByUsername(db), product.dashboardByUsername(db)]
    return make({ analytics, queries, members: asKnown(await product.membersByUsername(db)) }, now)
  })
}

async function reportOf<Key>(
  product: Product,
  { analytics, members }: Source<Key>,
  now: string,
): Promise<Shown['report']> {
  return product.activityRows(members, await product.activityData(analytics, now))
}

function dashboardOf<Key>(
  product: Product,
  { analytics, queries, members }: Source<Key>,
  now: string,
): Promise<Dashboard> {
  return product.dashboard(analytics, queries, members, now)
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
