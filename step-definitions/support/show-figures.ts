import type { Judgement } from '../../src/harness/gate/judgement.ts'
import type { Attach } from '../../src/plan/evidence.ts'

/** Shows the numbers that a step judged on Cucumber's own page, which cannot read our evidence. */
export function showFigures(attach: Attach, judgements: readonly Judgement[]): void {
  const figures = judgements.map(({ subject, outcome, measured, tolerance, population, ...rest }) => ({
    ...{ subject, outcome, measured, tolerance, population },
    ...(rest.figures === undefined ? {} : { figures: rest.figures }),
  }))
  if (figures.length > 0) attach(JSON.stringify(figures, null, 2), 'application/json')
}
