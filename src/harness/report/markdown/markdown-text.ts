/** Signs that Markdown, a table or HTML gives a meaning. */
const SPECIAL = /[\\`*_{}[\]()<>&|~$]/g

/**
 * A text of one line that Markdown shows as it stands. An empty comment parts what the host would turn into a
 * mention (`@name`), a reference (`#17`) or a link.
 */
export function markdownText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(
      SPECIAL,
      (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' })[sign] ?? `\\${sign}`,
    )
    .replaceAll(/[@#](?=\S)/g, '$&<!-- -->')
    .replaceAll('://', ':<!-- -->//')
    .replaceAll(/\bwww\./gi, (start) => `${start.slice(0, -1)}<!-- -->.`)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
}
