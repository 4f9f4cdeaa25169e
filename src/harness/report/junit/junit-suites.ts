import type { RunDocument } from '../../verdict/decision.ts'
import { runFacts } from '../../verdict/run-facts.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { type Engine, engineName } from '../../vocabulary/engine.ts'
import { gateCase } from './gate-case.ts'
import { inapplicableCases } from './inapplicable-cases.ts'
import type { JunitCase } from './junit-case.ts'
import { runCase } from './run-case.ts'

/** Test cases that belong together, and what is known of them all. */
export interface JunitSuite {
  readonly name: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly cases: readonly JunitCase[]
}

/** A suite for each engine, with every gate of the plan, and one for the run itself. */
export function junitSuites(document: RunDocument): readonly JunitSuite[] {
  const { run, verdict, sentence, gates } = document
  const said = [
    ['verdict', verdict],
    ['sentence', sentence],
  ] as const
  const engines = run.engines.map((engine) => ({
    name: `${nameOf(run)}, on ${engineName(engine)}`,
    facts: [...said, ...runFacts(of(engine, run))],
    cases: [...gates.map((gate) => gateCase(gate, engine, document)), ...inapplicableCases(engine, document)],
  }))
  const isRed = engines.some(({ cases }) =>
    cases.some(({ result }) => result.kind === 'failure' || result.kind === 'error'),
  )
  const itself = {
    name: `${nameOf(run)}, the run itself`,
    facts: [...said, ...runFacts(run)],
    cases: [runCase(document, isRed)],
  }
  return [...engines, itself]
}

function of(engine: Engine, run: RunRecord): RunRecord {
  const { environment } = run
  const engines = environment.engines.filter((had) => had.engine === engine)
  return { ...run, environment: { ...environment, engines } }
}

function nameOf({ profile, source }: RunRecord): string {
  return `Stagegate, ${source === null ? `profile ${profile}` : `database ${source.location}`}`
}
