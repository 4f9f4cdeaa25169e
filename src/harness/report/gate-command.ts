import type { GateResult } from '../verdict/decision.ts'
import type { RunRecord } from '../verdict/run-record.ts'

/** The command that judges one gate again, where it did not hold, and keeps the database of its breach. */
export function gateCommand(gate: GateResult, { profile, source, configured, engines }: RunRecord): string {
  const open = gate.byEngine.filter(({ outcome }) => outcome !== 'held').map(({ engine }) => engine)
  const again = open.length === 0 ? engines : open
  const words = [
    `stagegate verify --tags @${gate.code}`,
    // A database of PostgreSQL may be in a container, which does not outlive its run.
    ...(again.includes('postgres') ? [] : ['--keep']),
    // A real database brings its own engine.
    ...(again.includes('postgres') && source === null ? again.map((engine) => `--engine ${engine}`) : []),
    ...option('--profile', profile),
    ...option('--database', source?.location),
    ...option('--environment', configured),
  ]
  return words.join(' ')
}

/**
 * An option with its value. One with a space stands in quotes; one that a shell would take apart even so is left open
 * rather than quoted for one shell of many.
 */
function option(name: string, value: string | null | undefined): readonly string[] {
  if (value === null || value === undefined) return []
  if (/^[\w./:@-]+$/.test(value)) return [`${name} ${value}`]
  return [/^[\w./:@ \\?=&-]+$/.test(value) ? `${name} "${value}"` : `${name} …`]
}
