import fc from 'fast-check'

const HARD = [
  ...'İıIiẞßΣσςﬃŉǰΐᾳᾼⅧⒶ٣exÉ가각 _-',
  ...'\u1100\u1161\u11a8\u13a0\uab70\u{10400}\u{16d63}\u{16d67}\u{1f600}\u{1f3fb}',
  ...'\u0301\u0308\u0345\u0307\u0323\u20dd\u{1d165}\u1fed\u2260\u1fc1',
  ...'\u3164\u115f\u034f\ufe0f\u200d\u200b\ufeff\u00a0\u2003\u{e0041}\0',
  ...['\ud800', '\udc00'],
]
const BLANKS = [...' \u00a0\u2003\u200b\u200d\u2060\ufeff\u3164\t\n']

/** What usernames are tried on. */
export const hardUsernames = {
  /** Texts made of what is hard about names, and of everything else. */
  texts: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...HARD), maxLength: 12 }),
    fc.string({ unit: fc.oneof(fc.constantFrom(...HARD), fc.string({ unit: 'grapheme', maxLength: 1 })) }),
  ),
  /** Letters that have one upper and one lower case, a digit, and what may stand between them. */
  names: fc.string({ unit: fc.constantFrom(...'bobJOHNéÉжЖ7 _-\u00a0'), minLength: 1, maxLength: 20 }),
  /** Spaces of every kind. */
  blanks: fc.constantFrom(...BLANKS),
  /** Whatever is shown as a space. */
  spaces: fc.constantFrom(...BLANKS, '_', '-'),
  /** What is no text; some of it throws when it is made one. */
  noTexts: [
    42,
    Number.NaN,
    42n,
    true,
    [],
    ['Bob'],
    {},
    Object('Bob'),
    Symbol('Bob'),
    () => 'Bob',
    Buffer.from('Bob'),
    Object.create(null),
    {
      toString: () => {
        throw new Error('a name was made a text')
      },
    },
  ],
} as const
