import type { RunRecord } from '../verdict/run-record.ts'
import type { Engine } from '../vocabulary/engine.ts'
import { plansOf, type ShownPlan } from './plans-of.ts'
import { type TimingGroup, timingGroups } from './timing-groups.ts'

/** Everything that was timed of a subject on databases of one size, and how an engine means to answer it. */
export interface TimingSubject {
  readonly subject: string
  readonly groups: readonly TimingGroup[]
  readonly plans: readonly PlansOnEngine[]
}

export interface PlansOnEngine {
  readonly engine: Engine
  readonly plans: readonly ShownPlan[]
}

/** The subjects that a run timed, those aside whose operations differ by their rows: of them the growth is shown. */
export function timingSubjects(run: RunRecord): readonly TimingSubject[] {
  const groups = timingGroups(run).filter((group) => !isSized(group))
  return [...new Set(groups.map(({ subject }) => subject))].map((subject) => ({
    subject,
    groups: groups.filter((group) => group.subject === subject),
    plans: run.engines
      .map((engine) => ({
        engine,
        plans: plansOf(
          subject,
          run.scenarios.filter((scenario) => scenario.engine === engine),
        ),
      }))
      .filter(({ plans }) => plans.length > 0),
  }))
}

/** Whether the operations of a timing did the same to databases of different sizes. */
export function isSized({ rows }: TimingGroup): boolean {
  return rows.some(({ operation }) => operation.rows !== undefined)
}
