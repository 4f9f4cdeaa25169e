import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { hardUsernames } from './testing/hard-usernames.ts'
import { normaliseUsername } from './usernames.ts'

const { spaces, texts } = hardUsernames
/** Beyond these planes there are ideographs and nothing that has a case. */
const POINTS = 0x20000
const RUNS = { numRuns: 3000 }

describe('normaliseUsername', () => {
  for (const [normalised, ...names] of [
    [
      'john',
      'J O H N',
      'Jo_hn',
      'jo-hn',
      'JO\u00a0HN',
      ' john ',
      'j\u2003o\u200bh\ufeffn',
      'john',
      'jo\u3164hn',
      '<john>',
    ],
    ['1o313', '1 o 3 1 3'],
    ['roqashby', 'Roq_Ashby'],
    ['élan', 'Élan', 'ÉLAN', 'E\u0301lan', 'e \u0301-lan'],
    ['elan', 'Elan'],
    ['istanbul', 'İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul'],
    ['strasse', 'Straße', 'STRAẞE', 'STRASSE'],
    ['σοφοσ', 'ΣΟΦΟΣ', 'Σοφος', 'σο φος', 'Σ Ο Φ Ο Σ'],
    ['李小龙', '李 小龙'],
    ['x', 'x\u0301', 'X \u20dd', '\u{1f600}x'],
    ['가', '\u1100\u1161', '\u1100 \u1161', '\u1100\u20dd\u1161'],
    ['𐐨', '\u{10400}', '\u{10428}'],
    ['ǹ', 'n\u1fed', 'N\u00a8\u0300'],
    ['ab', 'a\ud800b', 'a\udc00\ud800b'],
  ] as const) {
    it(`takes ${names.map((name) => JSON.stringify(name)).join(', ')} for ${normalised}`, () => {
      expect([...new Set(names.map(normaliseUsername))]).to.deep.equal([normalised.normalize('NFC')])
    })
  }

  for (const nobody of [
    undefined,
    null,
    42,
    42n,
    {},
    ['a'],
    Buffer.from('bob'),
    Symbol('a'),
    '',
    ' ',
    '__-',
    '\u0301',
  ]) {
    it(`takes ${typeof nobody === 'string' ? JSON.stringify(nobody) : String(nobody)} for nobody`, () => {
      expect(normaliseUsername(nobody)).to.equal('')
    })
  }

  it('takes 255 code points and no more', () => {
    for (const letter of ['a', 'é', '\u{10428}']) {
      expect(normaliseUsername(letter.repeat(255))).to.equal(letter.repeat(255))
      expect(normaliseUsername(letter.repeat(256))).to.equal('')
      expect(normaliseUsername(`${letter}${' '.repeat(255)}`)).to.equal('')
    }
    // One letter here, two there: what is too long in one spelling is so in every other.
    expect(normaliseUsername('ß'.repeat(128))).to.equal(normaliseUsername('SS'.repeat(128)))
    expect(normaliseUsername('e\u0301'.repeat(255))).to.equal('é'.repeat(255))
    expect(normaliseUsername('a'.repeat(10_000_000))).to.equal('')
    expect(normaliseUsername('é'.repeat(10_000_000))).to.equal('')
  })

  it('gives letters and digits, and the same again for its own answer', () => {
    fc.assert(
      fc.property(texts, (name) => {
        const normalised = normaliseUsername(name)
        expect(normalised).to.match(/^[\p{L}\p{N}]*$/u)
        expect(normaliseUsername(normalised)).to.equal(normalised)
      }),
      RUNS,
    )
  })

  // An iota below becomes a letter of its own in upper case, and takes the accents that come after it: ΑΊ and ΆΙ would be
  // one name. It is left out here, alone it is below.
  it('is blind to case and to composition', () => {
    const withoutIotaBelow = texts.map((name) => name.normalize('NFD').replaceAll('\u0345', ''))
    fc.assert(
      fc.property(withoutIotaBelow, (name) => {
        const normalised = normaliseUsername(name)
        for (const same of [name.normalize('NFC'), name.toUpperCase(), name.toLowerCase()]) {
          expect(normaliseUsername(same)).to.equal(normalised)
        }
      }),
      RUNS,
    )
  })

  it('is blind to spaces, wherever they are', () => {
    fc.assert(
      fc.property(texts, spaces, (name, space) => {
        const spaced = space + Array.from(name).join(space) + space
        expect(normaliseUsername(spaced)).to.equal(normaliseUsername(name))
      }),
      RUNS,
    )
  })

  it('treats ASCII as it treats every other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (name) => {
        // The Kelvin sign alone makes it a text beyond ASCII; folded it is a k.
        expect(normaliseUsername(`${name}\u212a`)).to.equal(`${normaliseUsername(name)}k`)
      }),
      RUNS,
    )
  })

  it('is blind to the case of every code point', () => {
    const seen: string[] = []
    for (let code = 0; code < POINTS; code += 1) {
      const character = String.fromCodePoint(code)
      const normalised = normaliseUsername(character)
      const alike = [normalised, character.toUpperCase(), character.toLowerCase(), `${character} `].map(
        normaliseUsername,
      )
      if (new Set([normalised, ...alike]).size > 1) seen.push(code.toString(16))
    }
    expect(seen).to.deep.equal([])
  })
})
