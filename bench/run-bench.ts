import { availableParallelism } from 'node:os'
import type { BenchResult } from './bench-result.ts'
import {
  memoryRequirement,
  type Requirement,
  timeRequirement,
  verdictRequirement,
} from './figures/requirement.ts'
import { timeByKind } from './figures/time-by-kind.ts'
import { measureAnalytics } from './measuring/analytics/measure-analytics.ts'
import { benchContext } from './measuring/bench-context.ts'
import { measureBuilding } from './measuring/measure-building.ts'
import { measureMigrating } from './measuring/measure-migrating.ts'
import { measurePerformanceGates } from './measuring/measure-performance-gates.ts'
import { measureVerifying } from './measuring/measure-verifying.ts'

/** The things that can be measured. */
export const SUBJECTS = ['migrate', 'fixture', 'analytics', 'verify'] as const
export type Subject = (typeof SUBJECTS)[number]

export interface BenchOptions {
  readonly profile: string
  readonly repetitions: number
  /** All of them when it is absent. */
  readonly only?: Subject
}

/** What is required, as multiples of the floor. Of the analytics it stands beside the methods. */
const MOST_TIMES = { migrate: 1.5, fixture: 2, verify: 15 } as const
const MEMORY_BELOW = 1e9
/** Of fewer rounds a median has no interval of 90 %. */
const LEAST_ROUNDS = 5

/** Measures one thing after the other. @param onStart is told what is being done now. */
export async function runBench(
  { profile, repetitions, only }: BenchOptions,
  onStart: (what: string) => void,
): Promise<BenchResult> {
  const startedAt = new Date().toISOString()
  onStart('fixture')
  const context = await benchContext(profile)
  const requirements: Requirement[] = []
  const measured: { -readonly [Name in keyof BenchResult['measured']]: BenchResult['measured'][Name] } = {}
  const wanted = (subject: Subject) => only === undefined || only === subject
  const telling = (subject: Subject) => (what: string) => onStart(`${subject}: ${what}`)
  if (wanted('migrate')) {
    const pairs = await measureMigrating(context, repetitions, telling('migrate'))
    measured.migrate = { pairs }
    requirements.push(timeRequirement('Migrations 4 to 6', pairs, MOST_TIMES.migrate))
  }
  if (wanted('fixture')) {
    const pairs = await measureBuilding(context, repetitions, telling('fixture'))
    measured.fixture = { pairs }
    requirements.push(timeRequirement('Building the fixture', pairs, MOST_TIMES.fixture))
  }
  if (wanted('analytics')) {
    measured.analytics = await measureAnalytics(
      context,
      Math.max(LEAST_ROUNDS, repetitions),
      telling('analytics'),
    )
    requirements.push(...measured.analytics.methods.flatMap((method) => method.requirements))
  }
  if (wanted('verify')) {
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
