/** A field with what ends it: in quotes, in which quotes are doubled, or bare. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y

/**
 * CSV read without the library that wrote it. An empty field without quotes is null, one in quotes is ''.
 * @throws Error where no field follows, or the last line is not ended.
 */
export function parseCsv(csv: string): readonly (readonly (string | null)[])[] {
  const lines: (string | null)[][] = []
  let line: (string | null)[] = []
  for (let at = 0; at < csv.length; ) {
    FIELD.lastIndex = at
    const [whole = '', quoted, bare, end] = FIELD.exec(csv) ?? []
    if (whole === '') throw new Error(`There is no field at ${at}`)
    at += whole.length
    line.push(quoted?.replaceAll('""', '"') ?? (bare || null))
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  if (line.length > 0) throw new Error('The last line is not ended')
  return lines
}
