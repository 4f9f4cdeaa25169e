import type { GateResult, RunDocument } from '../../verdict/decision.ts'
import { severalEngines } from '../../verdict/several-engines.ts'
import { type Engine, engineName } from '../../vocabulary/engine.ts'
import { gateOnEngine } from '../gate-on-engine.ts'
import { inShort } from '../in-short.ts'
import { outcomeWord } from '../outcome-word.ts'
import { placeToLook } from '../place-to-look.ts'
import { gateExplanation } from './gate-explanation.ts'
import type { JunitCase, JunitResult } from './junit-case.ts'

/** A gate on one engine, as a test case. */
export function gateCase(gate: GateResult, engine: Engine, document: RunDocument): JunitCase {
  const { run } = document
  const { uri } = gate
  const applies = gate.byEngine.some((part) => part.engine === engine)
  const own = applies ? gateOnEngine(gate, engine, document) : gate
  const scenarios = run.scenarios.filter((each) => each.gate === gate.code && each.engine === engine)
  return {
    name: caseName(`${gate.code} ${gate.title}`, engine, document),
    classname: classnameOf(uri),
    file: uri,
    line: applies ? placeToLook(own, run).line : gate.line,
    milliseconds: scenarios.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    result: applies
      ? resultOf(own, document)
      : { kind: 'skipped', message: `does not apply to ${engineName(engine)}` },
  }
}

/**
 * A viewer may take two cases of one name and class for the same one, in whichever suite they are (GitLab then shows
 * the first only): so of a run on several engines, each name says which.
 */
export function caseName(name: string, engine: Engine, { run }: Pick<RunDocument, 'run'>): string {
  return severalEngines(run) ? `${name}, on ${engineName(engine)}` : name
}

/** `features/data/links.feature` as `features.data.links`. */
export function classnameOf(uri: string): string {
  const parts = uri.replace(/\.feature(?:\.md)?$/, '').split(/[\\/]/)
  return parts.map((part) => part.replaceAll('.', '_')).join('.')
}

function resultOf(gate: GateResult, { run }: RunDocument): JunitResult {
  const word = outcomeWord(gate)
  if (word === 'held') return { kind: 'passed' }
  if (word === 'left out') return { kind: 'skipped', message: 'left out by the selection' }
  const text = gateExplanation(gate, run)
  if (word === 'warns')
    return { kind: 'passed', output: `A warning: the gate is advisory, its breach does not stop.\n\n${text}` }
  const kind = word === 'breached' ? 'failure' : 'error'
  return { kind, type: word, message: inShort(gate), text }
}
