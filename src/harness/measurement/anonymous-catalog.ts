import { anonymousSql } from '../vocabulary/anonymous-sql.ts'
import type { Catalog, Column, Index, Table } from '../vocabulary/catalog.ts'

/** A catalog without the literals in its expressions, and without roles, which are called after people. */
export function anonymousCatalog(catalog: Catalog): Catalog {
  return {
    ...catalog,
    tables: catalog.tables.map(anonymousTable),
    views: catalog.views.map(withAnonymousSql),
    triggers: catalog.triggers.map(withAnonymousSql),
    virtualTables: catalog.virtualTables.map(withAnonymousSql),
  }
}

function anonymousTable(whole: Table): Table {
  const { privileges: _, rowSecurity: __, owner: ___, partitions, rules, ...table } = whole
  return {
    ...table,
    columns: table.columns.map(anonymousColumn),
    indexes: table.indexes.map(anonymousIndex),
    checks: table.checks.map(anonymousSql),
    ...(partitions ? { partitions: { ...partitions, parts: partitions.parts.map(anonymousSql) } } : {}),
    ...(rules ? { rules: rules.map(anonymousSql) } : {}),
  }
}

function anonymousColumn(column: Column): Column {
  const { default: value, generated } = column
  return {
    ...column,
    default: value === null ? null : anonymousSql(value),
    generated: generated === null ? null : { ...generated, expression: anonymousSql(generated.expression) },
  }
}

function anonymousIndex(index: Index): Index {
  return {
    ...index,
    columns: index.columns.map((column) =>
      column.expression ? { ...column, text: anonymousSql(column.text) } : column,
    ),
    where: index.where === null ? null : anonymousSql(index.where),
  }
}

function withAnonymousSql<T extends { readonly sql: string }>(object: T): T {
  return { ...object, sql: anonymousSql(object.sql) }
}
