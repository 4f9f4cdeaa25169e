/**
 * A text of one line as inline code. Every sign is written as an entity inside `<code>`: unlike a code span, that
 * needs no fence that the text could contain, and it may stand in a table.
 */
export function markdownCode(text: string): string {
  const signs = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[^\p{L}\p{N} ,.;/-]/gu, (sign) => `&#${sign.codePointAt(0)};`)
  return `<code>${signs}</code>`
}
