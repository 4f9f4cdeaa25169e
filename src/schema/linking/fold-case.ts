/**
 * A text as it compares when case is ignored: canonical caseless matching of the Unicode Standard (definition D145 in
 * its chapter 3.13), with full default case folding. `Straße` and `STRASSE` fold alike; so do `É` in one code point
 * and in two. Nothing else is ignored: no space, no punctuation.
 */
export function foldCase(text: string): string {
  let folded = ''
  for (const character of text.normalize('NFD')) folded += foldCharacter(character)
  return folded.normalize('NFD')
}

/**
 * The language has no case folding, but its full mappings lead there: upper then lower case, until nothing changes.
 * They act on one code point at a time, so that a sigma is not a final one because of its neighbours. The one exception
 * is the dotless i, whose upper case is the I of everyone else; default folding keeps the two apart.
 */
function foldCharacter(character: string): string {
  if (character === '\u0131') return character
  let folded = character
  for (;;) {
    const next = lowerEach(folded.toUpperCase())
    if (next === folded) return folded
    folded = next
  }
}

function lowerEach(text: string): string {
  return Array.from(text, (character) => character.toLowerCase()).join('')
}
