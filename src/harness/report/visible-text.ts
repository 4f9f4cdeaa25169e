/** Control, format and unpaired characters, those that are none, and every space but the plain one. XML forbids some. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?! )\p{Zs}/gu

/**
 * A text with every character that cannot be seen written as its code: `Jo\u{a0}hn`. A name must neither repaint a
 * terminal nor turn the direction of a page, and two names that differ by a space of another kind must look
 * different. Line feeds stay; a tab becomes a space.
 */
export function visibleText(text: string): string {
  return text.replaceAll(UNSEEN, (character) => {
    if (character === '\n') return character
    if (character === '\t') return ' '
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}
