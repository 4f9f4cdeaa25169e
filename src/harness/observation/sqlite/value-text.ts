/**
 * An expression for a value as text: text as it is, integers with all their digits, NULL as NULL, floats
 * and blobs as the literal that stands for exactly them.
 */
export function valueText(value: string): string {
  return `CASE typeof(${value}) WHEN 'text' THEN ${value} WHEN 'null' THEN NULL ELSE quote(${value}) END`
}
