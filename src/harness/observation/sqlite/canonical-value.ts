/** Whether a declared type is that of moments, which SQLite keeps as text. */
export function isMoment(type: string): boolean {
  return /date|time/i.test(type)
}

/**
 * SQL for a value as the literal that is the same on every engine: integers by their digits, floats by fifteen
 * significant ones, text quoted, moments as a text of UTC with six digits behind the second.
 */
export function canonicalValue(value: string, type: string): string {
  const text = isMoment(type) ? momentText(value) : value
  return `CASE typeof(${value}) WHEN 'null' THEN 'NULL' WHEN 'integer' THEN CAST(${value} AS TEXT)
    WHEN 'real' THEN printf('%.15g', ${value}) WHEN 'blob' THEN quote(${value})
    ELSE '''' || replace(${text}, '''', '''''') || '''' END`
}

/** What is no moment of UTC stays as it is, and shows as a difference. */
function momentText(value: string): string {
  const bare = `CASE WHEN ${value} GLOB '*+00:00' THEN substr(${value}, 1, length(${value}) - 6) ELSE ${value} END`
  return `CASE length(${bare}) WHEN 19 THEN (${bare}) || '.000000' ELSE ${bare} END`
}
