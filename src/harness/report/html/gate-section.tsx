import type { GateResult } from '../../verdict/decision.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { severalEngines } from '../../verdict/several-engines.ts'
import { gateCommand } from '../gate-command.ts'
import { otherReasons } from '../other-reasons.ts'
import { outcomeWord } from '../outcome-word.ts'
import { Breach } from './breach.tsx'
import { EnginesTable } from './engines-table.tsx'
import { JudgementsTable } from './judgements-table.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { ScenarioList } from './scenario-list.tsx'

/** One gate with everything that it was judged by. Its code is its anchor. */
export function GateSection({ gate, run }: { readonly gate: GateResult; readonly run: RunRecord }) {
  const word = outcomeWord(gate)
  const breaches = gate.judgements.filter(({ outcome }) => outcome === 'breached')
  const reasons = otherReasons(gate)
  return (
    <article id={gate.code} class={`gate ${word.replace(' ', '-')}`} aria-label={`Gate ${gate.code}`}>
      <h3>
        <a href={`#${gate.code}`}>{gate.code}</a> <span class="title">{gate.title}</span>{' '}
        <OutcomeMark word={word} />
      </h3>
      {gate.description === '' ? null : <p class="aside">{gate.description}</p>}
      {breaches.map((breach, index) => (
        <Breach key={`${index} ${breach.subject}`} breach={breach} gate={gate} run={run} />
      ))}
      {reasons.length === 0 ? null : (
        <ul class="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {severalEngines(run) ? <EnginesTable gate={gate} /> : null}
      <JudgementsTable gate={gate} />
      <ScenarioList run={run} scenarios={run.scenarios.filter((scenario) => scenario.gate === gate.code)} />
      <p class="source">
        Stated in{' '}
        <code>
          {gate.uri}:{gate.line}
        </code>
        . {gate.outcome === 'held' || breaches.length > 0 ? null : <Again command={gateCommand(gate, run)} />}
      </p>
    </article>
  )
}

function Again({ command }: { readonly command: string }) {
  return (
    <>
      To judge it again: <code>{command}</code>
    </>
  )
}
