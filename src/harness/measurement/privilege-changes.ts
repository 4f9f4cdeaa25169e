import type { Catalog, Table } from '../vocabulary/catalog.ts'
import type { Privilege } from '../vocabulary/server-objects.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * Privileges that were lost or gained on tables that are there before and after; so is the right to grant one. The
 * population is the privileges of before.
 */
export function privilegeChanges(before: Catalog, after: Catalog): Measurement {
  const kept = new Set(after.tables.map(({ name }) => name))
  const were = before.tables.filter(({ name }) => kept.has(name)).flatMap(privilegesOf)
  const common = new Set(before.tables.map(({ name }) => name))
  const are = after.tables.filter(({ name }) => common.has(name)).flatMap(privilegesOf)
  return faults({
    subject: 'privileges',
    population: were.length,
    witnesses: [...changed(were, are, 'is lost'), ...changed(are, were, 'is new')],
    usualCause: 'A table that was dropped and made again: what others may do with it goes with the old one.',
  })
}

interface Granted {
  readonly table: string
  readonly text: string
}

function changed(from: readonly Granted[], to: readonly Granted[], what: string) {
  const there = new Set(to.map(({ table, text }) => JSON.stringify([table, text])))
  return from
    .filter(({ table, text }) => !there.has(JSON.stringify([table, text])))
    .map(({ table, text }) => ({ where: table, what: `${text} ${what}` }))
}

function privilegesOf({ name, privileges = [] }: Table): readonly Granted[] {
  return privileges.map((privilege) => ({ table: name, text: textOf(privilege) }))
}

function textOf({ role, right, column, grantable }: Privilege): string {
  return `${right}${column === null ? '' : ` (${column})`} for ${role}${grantable ? ', who may grant it,' : ''}`
}
