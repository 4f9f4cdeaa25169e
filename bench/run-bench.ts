import { availableParallelism } from 'node:os'
import type { BenchResult } from './bench-result.ts'
import { memoryRequirement, type Requirement, timeRequirement } from './figures/requirement.ts'
import { timeByKind } from './figures/time-by-kind.ts'
import { benchContext } from './measuring/bench-context.ts'
import { measureBuilding } from './measuring/measure-building.ts'
import { measureMigrating } from './measuring/measure-migrating.ts'
import { measureVerifying } from './measuring/measure-verifying.ts'

/** The things that can be measured. */
export const SUBJECTS = ['migrate', 'fixture', 'verify'] as const
export type Subject = (typeof SUBJECTS)[number]

export interface BenchOptions {
  readonly profile: string
  readonly repetitions: number
  /** All of them when it is absent. */
  readonly only?: Subject
}

/** What is required, as multiples of the floor. */
const MOST_TIMES: Readonly<Record<Subject, number>> = { migrate: 1.5, fixture: 2, verify: 15 }
const MEMORY_BELOW = 1e9

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
  if (wanted('verify')) {
    const { pairs, peaks, run, command } = await measureVerifying(context, repetitions, telling('verify'))
    measured.verify = { command, pairs, peakBytes: peaks, timeByKind: timeByKind(run) }
    requirements.push(
      timeRequirement('The whole run, over migrations 4 to 6 by hand', pairs, MOST_TIMES.verify),
      memoryRequirement('Memory of the whole run, all processes', peaks, MEMORY_BELOW),
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
