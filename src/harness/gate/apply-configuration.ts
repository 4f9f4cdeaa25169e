import type { Measurement } from '../measurement/measurement.ts'
import type { GateCode } from '../vocabulary/gate-code.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { CONFIGURATION_FILE, type ConfiguredEnvironment, type ToleranceEntry } from './configuration.ts'
import { parseTolerance } from './parse-tolerance.ts'
import type { Tolerance } from './tolerance.ts'
import { toleranceInUnit } from './tolerance-in-unit.ts'
import { toleranceText } from './tolerance-text.ts'

/** The tolerance that counts, and where it stands if it is not the plan's own. Goes into a `Judgement` as it is. */
export interface EffectiveTolerance {
  readonly tolerance: Tolerance
  readonly toleranceFrom?: string
}

/**
 * What a gate allows of a measurement in an environment: what its configuration says of this subject, else of the whole
 * gate, else what the plan asks for. `configured` is undefined in a run without an environment.
 * @throws StagegateError for an entry that is no tolerance of such a measurement, or one of the opposite direction.
 */
export function applyConfiguration(
  gate: GateCode | null,
  { subject, unit }: Pick<Measurement, 'subject' | 'unit'>,
  tolerance: Tolerance,
  configured: ConfiguredEnvironment | undefined,
): EffectiveTolerance {
  const entry = configured && entryFor(gate, subject, configured)
  if (entry === undefined) return { tolerance }
  const plan = toleranceText(unit, tolerance)
  const where = `${CONFIGURATION_FILE}, environment ${configured?.name}`
  const unusable = (cause: string) =>
    new StagegateError({
      what: `${entry.gate} cannot judge ${subject} by "${entry.tolerance}": ${cause}.`,
      where,
      next: `Give ${entry.gate} another tolerance there; the plan asks for ${plan}.`,
    })
  const own = stated(entry, unit, unusable)
  if (areOpposite(own, tolerance))
    throw unusable(`the plan asks for ${plan}, which bounds it from the other side`)
  return { tolerance: own, toleranceFrom: `${where}: ${entry.because}; the plan asks for ${plan}` }
}

function entryFor(
  gate: GateCode | null,
  subject: string,
  { tolerances, budgets }: ConfiguredEnvironment,
): ToleranceEntry | undefined {
  const entries = [...tolerances, ...budgets].filter((entry) => entry.gate === gate)
  return (
    entries.find((entry) => entry.subject === subject) ?? entries.find((entry) => entry.subject === undefined)
  )
}

function stated(
  { tolerance }: ToleranceEntry,
  unit: Measurement['unit'],
  unusable: (cause: string) => StagegateError,
): Tolerance {
  try {
    return toleranceInUnit(parseTolerance(tolerance), unit)
  } catch (error) {
    throw error instanceof RangeError ? unusable(error.message) : error
  }
}

/** Nothing would be left of what the plan wants: any share is `at most 100 %`. */
function areOpposite(one: Tolerance, other: Tolerance): boolean {
  return one.bound !== other.bound && one.bound !== 'exactly' && other.bound !== 'exactly'
}
