/**
 * A space of no width. Mails quote a comment as plain text, and what is answered to them is searched for mentions once
 * more: this parts them there, too.
 */
const APART = '&#8203;'
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' }
/** Signs that Markdown, a table or HTML gives a meaning, and what the host turns into a mention, a reference or a link. */
const SPECIAL = /[\\`*_{}[\]()<>&|~$]|[@#](?=\S)|:(?=\/\/)|\bwww(?=\.)/gi

/**
 * A text of one line that Markdown shows as it stands. What the host would turn into a mention (`@name`), a reference
 * (`#17`) or a link is parted where nobody sees it.
 */
export function markdownText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(SPECIAL, (found) => {
      if (/^[@#:w]/i.test(found)) return found + APART
      return ENTITIES[found] ?? `\\${found}`
    })
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=#]/, '\\$&')
}
