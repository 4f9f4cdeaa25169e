import type { QueryPlan, TableRead } from '../observation/query-plan.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * What the statements of a method do with large tables beyond seeking rows by a key: scans, whole ranges, sorts in a
 * temporary structure by a statement that reads one (or, where the plan tells what is sorted, of rows of one), indexes made for one statement alone. Of a name that may stand for
 * several tables the worst is assumed. The population is the statements that read a large table.
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
      ...plan.sorts
        .filter((_, at) => plan.sortedTables?.[at]?.some((table) => large.has(table)) ?? true)
        .map((sort) => ({ where: plan.name, what: `sorts in a temporary structure for ${sort}` })),
    ]),
    usualCause: 'An index that is missing, or a condition or order that no index serves.',
  })
}

const DOES: Readonly<Record<TableRead['how'], string>> = {
  scan: 'reads all of',
  search: 'seeks in',
  range: 'reads a range, whatever the key, of',
  'automatic index': 'makes an index for itself on',
}

function workOf({ name }: QueryPlan, { tables, how, step }: TableRead): Witness {
  return { where: name, what: `${DOES[how]} ${tables.join(' or ')}: ${step}` }
}
