/**
 * Whether equal values of a column with this declared type are also of one storage class. They are where the type gives
 * a column an affinity that converts what is stored: then 1, 1.0 and '1' cannot stand side by side. A column without a
 * type, a BLOB and a strict ANY take everything as it comes. Source: "Datatypes In SQLite", sections 3.1 and 3.2.
 */
export function keepsOneType(declared: string): boolean {
  const type = declared.toUpperCase()
  if (type === '' || type === 'ANY') return false
  // The rules are tried in this order; a BLOB that is also an INT or a TEXT is one of those.
  return /INT|CHAR|CLOB|TEXT/.test(type) || !type.includes('BLOB')
}
