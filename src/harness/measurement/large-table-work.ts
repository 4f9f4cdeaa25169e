import type { QueryPlan, TableRead } from '../observation/query-plan.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * What the statements of a method do with large tables beyond seeking rows: scans, sorts in a temporary structure by a
 * statement that reads one, indexes made for one statement alone. Of a name that may stand for several tables the worst
 * is assumed. The population is the statements that read a large table.
 * @param method what it is called: the subject
 */
export function largeTableWork(
  method: string,
  plans: readonly QueryPlan[],
  largeTables: readonly string[],
): Measurement {
  const large = new Set(largeTables)
  const isLarge = ({ tables }: TableRead) => tables.some((table) => large.has(table))
  const reading = plans.filter(({ reads }) => reads.some(isLarge))
  return faults({
    subject: method,
    population: reading.length,
    witnesses: reading.flatMap((plan) => [
      ...plan.reads
        .filter((read) => read.how !== 'search' && isLarge(read))
        .map((read) => workOf(plan, read)),
      ...plan.sorts.map((sort) => ({ where: plan.name, what: `sorts in a temporary structure for ${sort}` })),
    ]),
    usualCause: 'An index that is missing, or a condition or order that no index serves.',
  })
}

function workOf({ name }: QueryPlan, { tables, how, step }: TableRead): Witness {
  const does = how === 'scan' ? 'reads all of' : 'makes an index for itself on'
  return { where: name, what: `${does} ${tables.join(' or ')}: ${step}` }
}
