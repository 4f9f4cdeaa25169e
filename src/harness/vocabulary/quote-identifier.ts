/** A name as an SQL identifier, whatever stands in it: `a"b` as `"a""b"`. The same in every dialect. */
export function quoteIdentifier(name: string): string {
  if (name.includes('\0')) throw new Error('An SQL identifier cannot hold a NUL character.')
  return `"${name.replaceAll('"', '""')}"`
}
