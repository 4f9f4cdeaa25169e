import { foldCase } from '../schema/linking/fold-case.ts'

/** Why something is no username. Where several of these apply, it is the first of them. */
export type UsernameFault = 'empty' | 'not text' | 'too long' | 'invalid characters' | 'no letter or digit'

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

/** Inside a character class: what Unicode calls white space, what has no width, and letters and signs drawn as a blank. */
const SPACES = String.raw`\p{White_Space}\u180e\u200b-\u200d\u2060\u2800\u3164\ufeff\uffa0`
/** Underscore and hyphens, likewise; the one on the keyboard, and Unicode's own, which breaks a line or does not. */
const JOINERS = String.raw`_\-\u2010\u2011`

const RUN_OF_SPACES = new RegExp(`[${SPACES}]+`, 'gu')
const SPACE_OR_JOINER = new RegExp(`[${SPACES}${JOINERS}]`, 'gu')
const NO_SPACE = new RegExp(`[^${SPACES}]`, 'u')
/**
 * Of a name whose spaces are tidy; before that some are letters too, and looking for the one that is at fault would take
 * for ever. A mark belongs to the letter that it follows; on a digit it makes a keycap, after a space it means nothing.
 */
const VALID = new RegExp(String.raw`^(?:\p{L}\p{M}*|[\p{N} ${JOINERS}])*$`, 'u')

/**
 * A username as it compares: its letters and digits, without regard to case, spacing and punctuation. Names in one code
 * point a letter and in several are alike. An accent that is part of a letter counts (`Élan` is not `Elan`), one that no
 * letter takes up does not. It gives '' for what is no text, for a name without letter or digit, and for one of more than
 * 255 code points: the name of nobody. What it gives, it gives again for its own answer.
 */
export function normaliseUsername(name: unknown): string {
  if (!isTextInBounds(name)) return ''
  if (ASCII.test(name)) return name.toLowerCase().replace(/[^a-z0-9]/g, '')
  // Spaces go first and marks last: a mark that a space had kept from its letter is then part of the letter.
  return fold(name.normalize('NFD').replace(NO_PART_OF_A_NAME, ''))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC')
}

/**
 * A username to be shown: in lower case, its underscores, hyphens and spaces of every kind as single spaces, none at
 * either end: `Jo_hn-Doe` is `jo hn doe`. Other characters stay, letters composed where they can be. It is lower case as
 * the language writes it and no more than that: `Straße` keeps its ß, though it compares as `STRASSE` does. It gives ''
 * for what is no text, for a name of more than 255 code points (counted as for comparing), and where nothing is left.
 */
export function displayUsername(name: unknown): string {
  if (!isTextInBounds(name)) return ''
  return tidySpaces(name.replace(SPACE_OR_JOINER, ' ')).toLowerCase().normalize('NFC')
}

/**
 * A username to be kept: as its owner writes it, but for its spaces. Each run of spaces of every kind is one space, none
 * at either end. Nothing else changes, not even how its accents are composed. It gives '' for what is no text, for a name
 * of more than 255 code points (counted as for comparing), and for nothing but spaces.
 */
export function canonicalUsername(name: unknown): string {
  return isTextInBounds(name) ? tidySpaces(name) : ''
}

/**
 * Whether two names are one user's: they compare as the same text, which is not empty. Two missing names (null, undefined,
 * nothing but spaces) are the same, a missing and a present one are not. What is present and compares as nothing (`!!!`, a
 * number, a name that is too long) is nobody, and nobody is the same as nobody else, nor as itself.
 */
export function isSameUser(one: unknown, other: unknown): boolean {
  if (isMissing(one) || isMissing(other)) return isMissing(one) && isMissing(other)
  const normalised = normaliseUsername(one)
  return normalised !== '' && normalised === normaliseUsername(other)
}

/**
 * What is wrong with a username, or null. In this order: it is missing (null, undefined, nothing but spaces); it is no
 * text (an object that wraps one is none either); it has more than 255 code points (counted as for comparing); it has
 * other characters than letters with their marks, digits (numbers of every script), spaces of every kind (which the
 * canonical form tidies up), underscores and hyphens; none of them is a letter or digit. Control characters that are no
 * spaces, emoji and lone surrogates are invalid. A name without fault compares as some text.
 */
export function validateUsername(name: unknown): UsernameFault | null {
  if (isMissing(name)) return 'empty'
  if (typeof name !== 'string') return 'not text'
  if (isTooLong(name)) return 'too long'
  if (!VALID.test(tidySpaces(name))) return 'invalid characters'
  return normaliseUsername(name) === '' ? 'no letter or digit' : null
}

function isMissing(name: unknown): boolean {
  return name === undefined || name === null || (typeof name === 'string' && !NO_SPACE.test(name))
}

function isTextInBounds(name: unknown): name is string {
  return typeof name === 'string' && !isTooLong(name)
}

function isTooLong(name: string): boolean {
  if (name.length <= SHORT_UNITS || name.length > LONGEST_UNITS) return name.length > LONGEST_UNITS
  return (ASCII.test(name) ? name.length : Array.from(fold(name)).length) > LONGEST
}

function tidySpaces(name: string): string {
  return name.replace(RUN_OF_SPACES, ' ').trim()
}

/** Folding keeps the dotless i apart from i, but in upper case both are I: without regard to case they are one. */
function fold(text: string): string {
  return foldCase(text.replaceAll('\u0131', 'i')).normalize('NFC')
}
