import { CONFIGURATION_FILE } from './configuration.ts'
import type { Judgement } from './judgement.ts'

/** Whether a tolerance is that of an environment. What the plan asks for comes from files of its own. */
export function isConfigured({ toleranceFrom = '' }: Partial<Pick<Judgement, 'toleranceFrom'>>): boolean {
  return toleranceFrom.startsWith(`${CONFIGURATION_FILE}, `)
}
