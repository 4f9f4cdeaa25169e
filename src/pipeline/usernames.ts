import { foldCase } from '../schema/linking/fold-case.ts'

/** In code points, folded: two spellings of one name are both too long or neither is. */
const LONGEST = 255

/** No text of fewer UTF-16 units folds to more code points than that: none of them folds to more than four. */
const SHORT_UNITS = LONGEST / 4

/** No text of more UTF-16 units folds and composes to 255 code points: one takes at most four of two units each. */
const LONGEST_UNITS = LONGEST * 8

const ASCII = /^[\0-\x7f]*$/

/**
 * What cannot be seen or does not belong to a letter or digit: spaces, punctuation, symbols, controls, lone surrogates;
 * and the letters and marks that are drawn as nothing, such as the Hangul filler.
 */
const NO_PART_OF_A_NAME = /[^\p{L}\p{N}\p{M}]|\p{Default_Ignorable_Code_Point}/gu

/**
 * A username as it compares: its letters and digits, without regard to case, spacing and punctuation. Names in one code
 * point a letter and in several are alike. An accent that is part of a letter counts (`Élan` is not `Elan`), one that no
 * letter takes up does not. It gives '' for what is no text, for a name without letter or digit, and for one of more than
 * 255 code points: the name of nobody. What it gives, it gives again for its own answer.
 */
export function normaliseUsername(name: unknown): string {
  if (typeof name !== 'string' || name.length > LONGEST_UNITS) return ''
  if (ASCII.test(name)) return name.length > LONGEST ? '' : name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (name.length > SHORT_UNITS && Array.from(fold(name)).length > LONGEST) return ''
  // Spaces go first and marks last: a mark that a space had kept from its letter is then part of the letter.
  return fold(name.normalize('NFD').replace(NO_PART_OF_A_NAME, ''))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC')
}

/** Folding keeps the dotless i apart from i, but in upper case both are I: without regard to case they are one. */
function fold(text: string): string {
  return foldCase(text.replaceAll('\u0131', 'i')).normalize('NFC')
}
