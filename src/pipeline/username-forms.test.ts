import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { hardUsernames } from './testing/hard-usernames.ts'
import { canonicalUsername, displayUsername, normaliseUsername, validateUsername } from './usernames.ts'

const { blanks, names, spaces, texts } = hardUsernames
const RUNS = { numRuns: 3000 }

describe('displayUsername', () => {
  for (const [shown, ...names] of [
    [
      'jo hn doe',
      'Jo_hn-Doe',
      ' JO\u00a0hn__-_doe ',
      'jo\u2003\u200bhn\ufeffDoe',
      'jo\u3164hn\u2010do\u0065_',
    ],
    ['élan', 'ÉLAN', 'E\u0301lan'],
    ['straße', 'Straße'],
    ['σοφος', 'ΣΟΦΟΣ'],
    ['🦀 x', '🦀_X'],
    ['a'.repeat(255), 'A'.repeat(255)],
    ['', '', ' ', '_-_', '\ufeff', 'a'.repeat(256), 'ß'.repeat(128)],
  ] as const) {
    it(`shows ${names.map((name) => JSON.stringify(name)).join(', ')} as ${JSON.stringify(shown)}`, () => {
      expect([...new Set(names.map(displayUsername))]).to.deep.equal([shown])
    })
  }

  it('gives its own answer again, without a space too many, and a name of the same user', () => {
    fc.assert(
      fc.property(texts, (name) => {
        const shown = displayUsername(name)
        expect(displayUsername(shown)).to.equal(shown)
        expect(shown).not.to.match(/[_-]|^ | $| {2}/)
        expect(normaliseUsername(shown)).to.equal(normaliseUsername(name))
        expect(displayUsername(name.normalize('NFC'))).to.equal(displayUsername(name.normalize('NFD')))
      }),
      RUNS,
    )
  })

  it('is blind to case, and to the kind and number of spaces', () => {
    fc.assert(
      fc.property(names, spaces, (name, space) => {
        const spaced = space + name.replaceAll(/[ _\u00a0-]/g, (one) => space + one) + space
        for (const same of [name.toUpperCase(), name.toLowerCase(), spaced]) {
          expect(displayUsername(same)).to.equal(displayUsername(name))
        }
      }),
      RUNS,
    )
  })
})

describe('canonicalUsername', () => {
  for (const [kept, ...names] of [
    ['Jo hn_Doe', 'Jo hn_Doe', ' Jo\u00a0hn_Doe\u2003', '\ufeffJo\t\u200b\n hn_Doe', 'Jo\u3164hn_Doe'],
    ['E\u0301lan', ' E\u0301lan'],
    ['--', '--'],
    ['A'.repeat(255), 'A'.repeat(255)],
    ['', '', ' ', '\u200b', 'a'.repeat(256)],
  ] as const) {
    it(`keeps ${names.map((name) => JSON.stringify(name)).join(', ')} as ${JSON.stringify(kept)}`, () => {
      expect([...new Set(names.map(canonicalUsername))]).to.deep.equal([kept])
    })
  }

  it('gives its own answer again, and a name of the same user, as valid as before', () => {
    fc.assert(
      fc.property(texts, (name) => {
        const kept = canonicalUsername(name)
        expect(canonicalUsername(kept)).to.equal(kept)
        expect(normaliseUsername(kept)).to.equal(normaliseUsername(name))
        if (validateUsername(name) !== 'too long') {
          expect(validateUsername(kept)).to.equal(validateUsername(name))
        }
      }),
      RUNS,
    )
  })

  it('changes spaces and nothing else', () => {
    fc.assert(
      fc.property(texts, blanks, (name, blank) => {
        const words = canonicalUsername(name).split(' ')
        expect(canonicalUsername(blank + words.join(blank + blank) + blank)).to.equal(words.join(' '))
      }),
      RUNS,
    )
  })
})
