import type { Judgement } from '../gate/judgement.ts'
import type { GateResult, RunDocument } from './decision.ts'
import type { RunSummary, SummarisedValue } from './run-summary.ts'

/** A run in short, as the history of runs keeps it. */
export function summariseRun({ run, verdict, gates }: RunDocument): RunSummary {
  return {
    startedAt: run.startedAt,
    milliseconds: Math.max(0, Date.parse(run.finishedAt) - Date.parse(run.startedAt)),
    commit: run.environment.commit,
    verdict,
    subject: run.profile ?? run.source?.location ?? '',
    engines: run.engines,
    gates: gates.map(({ code, outcome, measured, judgements }: GateResult) => ({
      code,
      outcome,
      measured,
      values: judgements.flatMap(valueIn),
    })),
  }
}

function valueIn({ subject, population, figures }: Judgement): readonly SummarisedValue[] {
  if (figures === undefined) return []
  const { unit, value, bound, limit } = figures
  return [{ subject, population, unit, value, bound, limit }]
}
