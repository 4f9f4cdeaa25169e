import { formatCount } from '../vocabulary/format.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'
import { CAUSES, type Cause, type UnlinkedRows } from './unlinked-causes.ts'

/** Whether unlinked rows have the causes that somebody who knows the rows declares. */
export function declaredCauses(
  found: UnlinkedRows,
  declared: Readonly<Partial<Record<Cause, number>>>,
): Measurement {
  return faults({
    subject: found.link,
    population: found.unexplained.population,
    witnesses: CAUSES.filter((cause) => found.rows[cause] !== (declared[cause] ?? 0)).map((cause) => ({
      where: `${found.link}, ${cause}`,
      what: `${formatCount(found.rows[cause])} rows; declared ${formatCount(declared[cause] ?? 0)}`,
    })),
    usualCause: 'Rows that are linked although they should not be, or the other way round.',
  })
}
