import type { RunRecord } from '../verdict/run-record.ts'
import type { GateCode } from '../vocabulary/gate-code.ts'

/** The command that judges one gate again and keeps the database of its breach. */
export function gateCommand(code: GateCode, { profile }: RunRecord): string {
  const command = `stagegate verify --tags @${code} --keep`
  // A profile that a shell would take apart is left out rather than quoted for one shell of many.
  return /^[\w./-]+$/.test(profile) ? `${command} --profile ${profile}` : command
}
