/**
 * An expression for a column's value as text: text as it is, integers with all their digits, NULL as NULL, floats
 * and blobs as the literal that stands for exactly them.
 */
export function valueText(column: string): string {
  return `CASE typeof(${column}) WHEN 'text' THEN ${column} WHEN 'null' THEN NULL ELSE quote(${column}) END`
}
