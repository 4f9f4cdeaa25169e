import type { GateResult } from '../verdict/decision.ts'
import type { RunRecord } from '../verdict/run-record.ts'

/** The command that judges one gate again, where it did not hold, and keeps the database of its breach. */
export function gateCommand(gate: GateResult, { profile, engines }: RunRecord): string {
  const open = gate.byEngine.filter(({ outcome }) => outcome !== 'held').map(({ engine }) => engine)
  const again = open.length === 0 ? engines : open
  const words = [
    `stagegate verify --tags @${gate.code}`,
    // A database of PostgreSQL may be in a container, which does not outlive its run.
    ...(again.includes('postgres') ? again.map((engine) => `--engine ${engine}`) : ['--keep']),
    // A profile that a shell would take apart is left out rather than quoted for one shell of many.
    ...(/^[\w./-]+$/.test(profile) ? [`--profile ${profile}`] : []),
  ]
  return words.join(' ')
}
