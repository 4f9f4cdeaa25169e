import type { BenchResult } from '../bench-result.ts'
import { analyticsText } from './analytics-text.ts'
import { databaseText } from './database-text.ts'
import { performanceGatesText } from './performance-gates-text.ts'
import { plainTable } from './plain-table.ts'
import { postgresText } from './postgres-text.ts'
import { timeByKindTable } from './time-by-kind-table.ts'

/** The result as tables: what is required, and what the whole run spent its time on. */
export function benchText({ profile, repetitions, processors, requirements, measured }: BenchResult): string {
  const parts = [
    `Floor and cost on the "${profile}" profile, ${repetitions} pairs each, ${processors} processors`,
  ]
  // The analytics have a table of their own, in which what is required stands beside the method.
  const elsewhere = new Set(measured.analytics?.methods.flatMap((method) => method.requirements))
  const rows = requirements
    .filter((requirement) => !elsewhere.has(requirement))
    .map(({ what, floor, ours, measured, required, met }) => [
      what,
      floor,
      ours,
      measured,
      required,
      met ? 'yes' : 'NO',
    ])
  if (rows.length > 0) parts.push(plainTable(['What', 'Floor', 'Ours', 'Measured', 'Required', 'Met'], rows))
  if (measured.analytics) parts.push(analyticsText(measured.analytics))
  if (measured.verify) {
    const { timeByKind, command, performance } = measured.verify
    parts.push(timeByKindTable('The rehearsal', timeByKind))
    parts.push(`Last run of: ${command}`, performanceGatesText(performance))
  }
  if (measured.database) parts.push(databaseText(measured.database))
  if (measured.postgres) parts.push(postgresText(measured.postgres))
  return parts.join('\n')
}
