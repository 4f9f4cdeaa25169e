import type { QueryPlan } from '../observation/query-plan.ts'
import type { Catalog, Index } from '../vocabulary/catalog.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Indexes that came with the refactoring and that no query of the product uses. */
export function unusedIndexes(before: Catalog, after: Catalog, plans: readonly QueryPlan[]): Measurement {
  const old = new Set(indexes(before).map(({ name }) => name))
  const added = indexes(after).filter(({ name }) => !old.has(name))
  const used = new Set(plans.flatMap((plan) => plan.indexes))
  return faults({
    subject: 'indexes of the refactoring',
    population: plans.length === 0 ? 0 : added.length,
    witnesses: added
      .filter(({ name }) => !used.has(name))
      .map(({ name }) => ({ where: `index ${name}`, what: `none of ${plans.length} queries uses it` })),
    usualCause: 'An index for a query that nobody runs, or another index that serves the query better.',
  })
}

function indexes(catalog: Catalog): readonly { readonly name: string }[] {
  return catalog.tables.flatMap((table) =>
    table.indexes.flatMap(({ name }: Index) => (name === null ? [] : [{ name }])),
  )
}
