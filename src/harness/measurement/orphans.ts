import type { Orphans } from '../observation/observe-orphans.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Rows that refer to a parent which does not exist. */
export function orphans(link: string, parent: string, observed: Orphans): Measurement {
  return faults({
    subject: link,
    population: observed.population,
    count: observed.orphans,
    witnesses: observed.first.map(({ key, value }) => ({
      where: `${link} of #${key.join(', ')}`,
      what: `is ${value}; there is no row of that number in ${parent}`,
    })),
    usualCause: 'Parents were removed and their rows left behind, with no foreign key to stop it.',
  })
}
