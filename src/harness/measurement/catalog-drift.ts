import type { Catalog } from '../vocabulary/catalog.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { catalogObjects } from './catalog-objects.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * What differs between two catalogs, object by object.
 * @param accepted objects that may be there beyond the expected ones, as `clan_members.id` or `index idx_a`; with a table
 * everything that is a part of it
 */
export function catalogDrift(
  subject: string,
  expected: Catalog,
  actual: Catalog,
  accepted: readonly string[] = [],
): Measurement {
  const before = catalogObjects(expected)
  const beyond = accepted.filter((name) => !before.has(name) && !before.has(`column ${name}`))
  // What may be there has no place in the order of columns.
  const after = catalogObjects(actual, beyond)
  const witnesses: Witness[] = []
  for (const [name, { definition }] of before) {
    const found = after.get(name)?.definition
    if (found === undefined) witnesses.push({ where: name, what: 'is missing' })
    else if (found !== definition)
      witnesses.push({ where: name, what: `is ${found}; expected ${definition}` })
  }
  for (const [name, { definition, table }] of after) {
    if (!before.has(name) && !beyond.includes(bare(name)) && !beyond.includes(`table ${table}`)) {
      witnesses.push({ where: name, what: `is not expected: ${definition}` })
    }
  }
  return faults({
    subject,
    population: new Set([...before.keys(), ...after.keys()]).size,
    witnesses,
    usualCause: 'A migration that leaves something out, or an object that was made by hand.',
  })
}

function bare(object: string): string {
  return object.replace(/^column /, '')
}
