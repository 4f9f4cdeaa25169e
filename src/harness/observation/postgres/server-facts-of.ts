import type { Table } from '../../vocabulary/catalog.ts'
import type { CatalogRows, TableRow } from './catalog-rows.ts'
import { normaliseSql } from './normalise-sql.ts'

type ServerFacts = Pick<
  Table,
  'owner' | 'privileges' | 'rowSecurity' | 'storage' | 'inherits' | 'partitions' | 'rules'
>

/** What a table of a server can have beyond its columns and constraints. What there is not is left out. */
export function serverFactsOf(table: TableRow, rows: CatalogRows): ServerFacts {
  const { name, owner, storage, inherits, security, forced, cut, parts } = table
  const privileges = rows.privileges.filter((privilege) => privilege.table === name)
  const policies = rows.policies.filter((policy) => policy.table === name)
  const rules = rows.rules.filter((rule) => rule.table === name)
  return {
    ...(owner === null ? {} : { owner }),
    ...(privileges.length === 0
      ? {}
      : { privileges: privileges.map(({ table: _, ...privilege }) => privilege) }),
    ...(security || forced || policies.length > 0
      ? { rowSecurity: { enabled: security, forced, policies: policies.map(policyOf) } }
      : {}),
    ...(storage.length === 0 ? {} : { storage }),
    ...(inherits.length === 0 ? {} : { inherits }),
    ...(cut === null ? {} : { partitions: { by: normaliseSql(cut), parts: parts.map(normaliseSql) } }),
    ...(rules.length === 0 ? {} : { rules: rules.map(({ sql }) => normaliseSql(sql)) }),
  }
}

function policyOf({ table: _, using, check, ...policy }: CatalogRows['policies'][number]) {
  return { ...policy, using: conditionOf(using), check: conditionOf(check) }
}

function conditionOf(sql: string | null): string | null {
  return sql === null ? null : normaliseSql(sql)
}
