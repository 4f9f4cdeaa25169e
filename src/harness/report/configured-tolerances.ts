import { isConfigured } from '../gate/is-configured.ts'
import type { Judgement } from '../gate/judgement.ts'
import type { GateResult } from '../verdict/decision.ts'
import type { GateCode } from '../vocabulary/gate-code.ts'

/** A tolerance that counted in the place of the plan's. */
export interface ConfiguredTolerance {
  readonly code: GateCode
  readonly subject: string
  readonly outcome: Judgement['outcome']
  readonly measured: string
  readonly tolerance: string
  /** Which environment, why, and what the plan asks for. */
  readonly from: string
}

/** Everything that was judged by the tolerances of an environment; what was judged so twice, once. */
export function configuredTolerances(gates: readonly GateResult[]): readonly ConfiguredTolerance[] {
  const all = gates.flatMap(({ code, judgements }) =>
    judgements.filter(isConfigured).map(({ subject, outcome, measured, tolerance, toleranceFrom = '' }) => ({
      ...{ code, subject, outcome, measured, tolerance },
      from: toleranceFrom,
    })),
  )
  const keys = all.map((each) => JSON.stringify(each))
  return all.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
}
