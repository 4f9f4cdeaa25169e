import type { Dashboard } from '../dashboard-schema.ts'

/** Members of the document who differ in one figure. */
export function membersWith(
  measure: keyof Dashboard['leaders'],
  figures: Readonly<Record<string, number | null>>,
): Dashboard['members'] {
  return Object.entries(figures).map(([name, figure]) => ({
    ...{ name, rank: null, joinedAt: null, latestSnapshot: null },
    days30: { messages: null, experience: null, bossKills: null, [measure]: figure },
  }))
}
