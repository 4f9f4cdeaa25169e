import type { SourceFinding } from '../vocabulary/source-record.ts'
import { CONFIGURATION_FILE, type ConfiguredEnvironment } from './configuration.ts'

/** The findings of a real database; those that its environment accepts say so, and why. */
export function acceptFindings(
  findings: readonly SourceFinding[],
  { name, accepted }: ConfiguredEnvironment,
): readonly SourceFinding[] {
  return findings.map((finding) => {
    const entry = accepted.find(({ object }) => object === finding.object)
    if (entry === undefined || finding.kind !== 'extra') return finding
    const says = `accepted by ${CONFIGURATION_FILE}, environment ${name}: ${entry.because}`
    return { ...finding, what: finding.what === '' ? says : `${finding.what}; ${says}` }
  })
}
