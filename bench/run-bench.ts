import { availableParallelism } from 'node:os'
import type { BenchResult } from './bench-result.ts'
import { databaseRequirements } from './figures/database-requirements.ts'
import type { PostgresMeasured } from './figures/postgres-measured.ts'
import { postgresRequirements } from './figures/postgres-requirements.ts'
import {
  memoryRequirement,
  type Requirement,
  timeRequirement,
  verdictRequirement,
} from './figures/requirement.ts'
import { timeByKind } from './figures/time-by-kind.ts'
import { measureAnalytics } from './measuring/analytics/measure-analytics.ts'
import { type BenchContext, benchContext } from './measuring/bench-context.ts'
import { measureDatabase } from './measuring/database/measure-database.ts'
import { measureBuilding } from './measuring/measure-building.ts'
import { measureMigrating } from './measuring/measure-migrating.ts'
import { measurePerformanceGates } from './measuring/measure-performance-gates.ts'
import { measureVerifying } from './measuring/measure-verifying.ts'
import { measurePostgres } from './measuring/postgres/measure-postgres.ts'
import { NoServer } from './measuring/postgres/no-server.ts'

/** The things that can be measured. */
export const SUBJECTS = ['migrate', 'fixture', 'analytics', 'verify', 'database', 'postgres'] as const
export type Subject = (typeof SUBJECTS)[number]

export interface BenchOptions {
  readonly profile: string
  readonly repetitions: number
  /** All of them when it is absent. */
  readonly only?: Subject
  /** The server of PostgreSQL; `STAGEGATE_POSTGRES_URL`, or else one in a container, when it is absent. */
  readonly postgresUrl?: string
}

/** What is required, as multiples of the floor. Of the other subjects it stands beside what is measured. */
const MOST_TIMES = { migrate: 1.5, fixture: 2, verify: 15 } as const
const MEMORY_BELOW = 1e9
/** Of fewer rounds a median has no interval of 90 %. */
const LEAST_ROUNDS = 5

/** Measures one thing after the other. @param onStart is told what is being done now. */
export async function runBench(
  { profile, repetitions, only, postgresUrl }: BenchOptions,
  onStart: (what: string) => void,
): Promise<BenchResult> {
  const startedAt = new Date().toISOString()
  let opened: Promise<BenchContext> | undefined
  const fixture = (): Promise<BenchContext> => {
    onStart('fixture')
    opened ??= benchContext(profile)
    return opened
  }
  const requirements: Requirement[] = []
  const measured: { -readonly [Name in keyof BenchResult['measured']]: BenchResult['measured'][Name] } = {}
  const wanted = (subject: Subject) => only === undefined || only === subject
  const telling = (subject: Subject) => (what: string) => onStart(`${subject}: ${what}`)
  if (wanted('migrate')) {
    const pairs = await measureMigrating(await fixture(), repetitions, telling('migrate'))
    measured.migrate = { pairs }
    requirements.push(timeRequirement('Migrations 4 to 6', pairs, MOST_TIMES.migrate))
  }
  if (wanted('fixture')) {
    const pairs = await measureBuilding(await fixture(), repetitions, telling('fixture'))
    measured.fixture = { pairs }
    requirements.push(timeRequirement('Building the fixture', pairs, MOST_TIMES.fixture))
  }
  if (wanted('analytics')) {
    measured.analytics = await measureAnalytics(
      await fixture(),
      Math.max(LEAST_ROUNDS, repetitions),
      telling('analytics'),
    )
    requirements.push(...measured.analytics.methods.flatMap((method) => method.requirements))
  }
  if (wanted('verify')) {
    const context = await fixture()
    const { pairs, peaks, run, command } = await measureVerifying(context, repetitions, telling('verify'))
    const performance = await measurePerformanceGates(context, repetitions, telling('verify'))
    measured.verify = { command, pairs, peakBytes: peaks, timeByKind: timeByKind(run), performance }
    requirements.push(
      timeRequirement(
        'The rehearsal without its performance gates, over migrations 4 to 6 by hand',
        pairs,
        MOST_TIMES.verify,
      ),
      memoryRequirement('Memory of that rehearsal, all processes', peaks, MEMORY_BELOW),
    )
    if (performance)
      requirements.push(
        memoryRequirement(
          'Memory of the performance gates, all processes',
          performance.peakBytes,
          MEMORY_BELOW,
        ),
        verdictRequirement('Verdict of the performance gates', performance.verdicts),
      )
  }
  if (wanted('database')) {
    measured.database = await measureDatabase(profile, repetitions, telling('database'))
    requirements.push(...databaseRequirements(measured.database))
  }
  if (wanted('postgres')) {
    const postgres = await measuredOrWhyNot(only === 'postgres', () =>
      measurePostgres({
        url: postgresUrl ?? (process.env.STAGEGATE_POSTGRES_URL || undefined),
        profile,
        repetitions,
        onStart: telling('postgres'),
      }),
    )
    if (typeof postgres !== 'string') measured.postgres = postgres
    requirements.push(...postgresRequirements(postgres))
  }
  return {
    format: 1,
    startedAt,
    profile,
    repetitions,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processors: availableParallelism(),
    met: requirements.every(({ met }) => met),
    requirements,
    measured,
  }
}

/** @returns why nothing was measured, when there is no server and nobody asked for it by name */
async function measuredOrWhyNot(
  askedFor: boolean,
  measure: () => Promise<PostgresMeasured>,
): Promise<PostgresMeasured | string> {
  try {
    return await measure()
  } catch (error) {
    if (askedFor || !(error instanceof NoServer)) throw error
    return error.text.what
  }
}
