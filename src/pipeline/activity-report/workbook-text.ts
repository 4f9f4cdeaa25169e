/** In UTF-16 units, by Excel's own limits. With more of them it calls the workbook damaged. */
const LONGEST = 32_767

/**
 * What XML has no character for or a reader of XML changes (a carriage return becomes a line feed), and the library
 * leaves out, sometimes with its neighbour; and what would be taken for an escape.
 */
const TO_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)|[^\P{Cc}\t\n]|[\p{Cs}\p{Cn}\ufffd]/gu

/**
 * Text as a workbook's cell holds it: characters that it cannot hold as themselves are escaped in the way that workbooks
 * have for it (ECMA-376 part 1, ST_Xstring): `_x000D_`. Readers give the text back; one that is longer than a cell's is
 * cut.
 */
export function workbookText(text: string): string {
  const escaped = text.slice(0, LONGEST).replace(TO_ESCAPE, inDigits)
  // The library looks its texts up in a plain object, and would find the object's own constructor for a member called so.
  return escaped in {} ? inDigits(escaped.slice(0, 1)) + escaped.slice(1) : escaped
}

/** Unit by unit, since an escape has room for four digits. */
function inDigits(characters: string): string {
  return characters
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('')
}
