import { createHash } from 'node:crypto'
import type { GateResult, RunDocument } from '../verdict/decision.ts'
import { inShort } from './in-short.ts'
import { outcomeWord } from './outcome-word.ts'
import { placeToLook } from './place-to-look.ts'
import { visibleDocument } from './visible-document.ts'

/** Of Code Climate's format, what GitLab reads. */
export interface CodeQualityIssue {
  readonly description: string
  readonly check_name: string
  /** The same in every run: by it GitLab tells what is new and what is gone. */
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

/** What a gate that does not hold comes to. */
const SEVERITIES = { breached: 'blocker', vacuous: 'critical', warns: 'minor' } as const

/** Gates that do not hold, and what is wrong with the text of the plan, as an array of issues for GitLab's widget. */
export function renderCodeQuality(document: RunDocument): string {
  const shown = visibleDocument(document)
  const issues = [...shown.gates.flatMap((gate) => issuesOf(gate, shown)), ...findingsOf(shown)]
  return `${JSON.stringify(issues, null, 2)}\n`
}

function issuesOf(gate: GateResult, { run }: RunDocument): CodeQualityIssue[] {
  const word = outcomeWord(gate)
  if (word === 'held' || word === 'left out') return []
  const { uri, line } = placeToLook(gate, run)
  return [
    {
      description: `${gate.code} ${word}: ${gate.title}: ${inShort(gate)}`,
      check_name: gate.code,
      fingerprint: fingerprint(gate.code),
      severity: SEVERITIES[word],
      location: { path: uri, lines: { begin: line } },
    },
  ]
}

function findingsOf({ run }: RunDocument): CodeQualityIssue[] {
  return run.findings.map(({ uri, line, message }) => ({
    description: `The plan: ${message}`,
    check_name: 'plan',
    // Without the line, which moves with every line that is written above it.
    fingerprint: fingerprint(`${uri} ${message}`),
    severity: 'critical',
    location: { path: uri, lines: { begin: line } },
  }))
}

function fingerprint(what: string): string {
  return createHash('sha256').update(`stagegate ${what}`).digest('hex')
}
