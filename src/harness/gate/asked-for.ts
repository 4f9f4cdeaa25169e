import { CONFIGURATION_FILE } from './configuration.ts'
import { isConfigured } from './is-configured.ts'
import type { Judgement } from './judgement.ts'

/** Who asks for what: `the plan asks for at least 99.3 %`; where an environment has its own tolerance, its configuration does. */
export function askedFor(judgement: Pick<Judgement, 'tolerance' | 'toleranceFrom'>): string {
  return `${isConfigured(judgement) ? CONFIGURATION_FILE : 'the plan'} asks for ${judgement.tolerance}`
}
