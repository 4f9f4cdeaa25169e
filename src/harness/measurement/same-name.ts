/**
 * Two texts with the same value differ at most in case, by Unicode's canonical caseless matching (Unicode Standard,
 * section 3.13, D145), from the mappings that the runtime has. Written apart from the code under test on purpose:
 * a witness does not ask the accused.
 */
export function caseless(text: string): string {
  // Decomposed first, because an iota below becomes a letter, and the accents that follow it in a composed text would
  // go to that. The dotless i has a capital, but folds to itself alone.
  return text
    .normalize('NFD')
    .split('\u0131')
    .map((part) => part.toUpperCase().toLowerCase().toUpperCase())
    .join('\u0131')
    .normalize('NFC')
}

/** What is left of a name that people spell in many ways: letters and digits, case ignored. May be empty. */
export function plainName(text: string): string {
  return caseless(text).replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}
