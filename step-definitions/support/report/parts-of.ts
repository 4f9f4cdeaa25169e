import type { ActivityRow } from '../../../src/pipeline/activity-report/activity-row.ts'
import type { Dashboard } from '../../../src/pipeline/dashboard/dashboard-schema.ts'
import type { Shown } from './shown.ts'

/** The documents that people look at, as the plan calls them. */
export type Document = 'activity report' | 'dashboard'

/** A document taken apart, by what a person calls the part: what differs is then named. */
export type Parts = ReadonlyMap<string, unknown>

/** One of the documents that are shown. */
export function partsOf(document: Document, { report, dashboard }: Shown): Parts {
  return document === 'dashboard' ? partsOfDashboard(dashboard) : partsOfReport(report)
}

/** A row for each member, and the order in which they stand. */
export function partsOfReport(rows: readonly ActivityRow[]): Parts {
  return new Map<string, unknown>([
    ['the order of the rows', rows.map(({ name }) => name)],
    ...rows.map((row): [string, unknown] => [row.name, row]),
  ])
}

/** Every entry of every list by its place, and everything else as it is. */
export function partsOfDashboard(dashboard: Dashboard): Parts {
  const parts = new Map<string, unknown>()
  for (const [name, part] of Object.entries(dashboard)) {
    if (!Array.isArray(part)) parts.set(name, part)
    else for (const [at, entry] of part.entries()) parts.set(`${name} ${at + 1}`, entry)
  }
  return parts
}
