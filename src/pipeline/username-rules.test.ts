import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { hardUsernames } from './testing/hard-usernames.ts'
import {
  canonicalUsername,
  displayUsername,
  isSameUser,
  normaliseUsername,
  validateUsername,
} from './usernames.ts'

const { names, noTexts, texts } = hardUsernames
const RUNS = { numRuns: 3000 }

describe('isSameUser', () => {
  const MISSING = [undefined, null, '', ' ', '\u200b\u00a0'] as const

  it('takes missing names for the same, and none of them for one that is there', () => {
    for (const one of MISSING) {
      for (const other of MISSING) expect(isSameUser(one, other)).to.equal(true)
      for (const other of ['Bob', '!!!', '_', 'a'.repeat(256), ...noTexts]) {
        expect(isSameUser(one, other)).to.equal(false)
        expect(isSameUser(other, one)).to.equal(false)
      }
    }
  })

  it('takes nobody for anybody, not even for himself', () => {
    const nobodies = ['!!!', '🦀', '_', '\u0301', 'a'.repeat(256), ...noTexts]
    for (const one of nobodies) {
      for (const other of nobodies) expect(isSameUser(one, other)).to.equal(false)
    }
  })

  it('is true of every valid name and itself, however it is spelt', () => {
    fc.assert(
      fc.property(fc.oneof(texts, names), (name) => {
        fc.pre(validateUsername(name) === null)
        expect(isSameUser(name, name)).to.equal(true)
        expect(isSameUser(name, name.toLowerCase())).to.equal(true)
        expect(isSameUser(name, displayUsername(name))).to.equal(true)
        expect(isSameUser(name, canonicalUsername(name))).to.equal(true)
      }),
      RUNS,
    )
  })

  it('does not care which of the two comes first, and goes by how names compare', () => {
    const pairs = fc.oneof(
      fc.tuple(texts, texts),
      names.map((name) => [name, name.toUpperCase()] as const),
      fc.tuple(fc.anything(), fc.anything()),
    )
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const same = isSameUser(one, other)
        expect(isSameUser(other, one)).to.equal(same)
        if (same) expect(normaliseUsername(one)).to.equal(normaliseUsername(other))
      }),
      RUNS,
    )
  })
})

describe('validateUsername', () => {
  for (const [fault, ...names] of [
    [
      null,
      'Bob',
      ' 1 o 3\u00a01 3 ',
      'Roq_Ashby-2',
      'Élan',
      'E\u0301lan',
      '李小龙',
      'Jo\tHn',
      '7',
      'a'.repeat(255),
    ],
    [null, 'x\u2011y', 'jo\u3164hn', '\ud801\udc00'],
    ['empty', undefined, null, '', ' ', '\u00a0\ufeff', ' '.repeat(256)],
    ['not text', ...noTexts],
    [
      'too long',
      'a'.repeat(256),
      '!'.repeat(256),
      `a${' '.repeat(255)}`,
      'ß'.repeat(128),
      '\0'.repeat(10_000_000),
    ],
    [
      'invalid characters',
      'Bob!',
      '!!!',
      '🦀',
      'Bob🦀',
      'a\0b',
      'a\u0007',
      'a\ud800',
      'a\u202eb',
      '<b>',
      'a\u00adb',
    ],
    [
      'invalid characters',
      '\u0301',
      'x \u0301',
      '1\ufe0f\u20e3',
      '\u{1f1e9}\u{1f1ea}',
      `${'\u3164'.repeat(60)}a!`,
    ],
    ['no letter or digit', '_', ' - _ ', '\u2010', '\u115f'],
  ] as const) {
    it(`finds ${fault ?? 'no fault'} with ${names.length} of its kind`, () => {
      expect([...new Set(names.map(validateUsername))]).to.deep.equal([fault])
    })
  }

  it('finds no fault only with what compares as some text, and is shown and kept', () => {
    fc.assert(
      fc.property(fc.oneof(texts, names), (name) => {
        fc.pre(validateUsername(name) === null)
        expect(normaliseUsername(name)).not.to.equal('')
        expect(displayUsername(name)).not.to.equal('')
        expect(canonicalUsername(name)).not.to.equal('')
      }),
      RUNS,
    )
  })

  it('finds the same fault with a letter in one code point and in several', () => {
    fc.assert(
      fc.property(texts, (name) => {
        expect(validateUsername(name.normalize('NFC'))).to.equal(validateUsername(name.normalize('NFD')))
      }),
      RUNS,
    )
  })
})

describe('every function on usernames', () => {
  it('has an answer to anything, and throws at nothing', () => {
    const anything = fc.oneof(texts, fc.anything(), fc.constantFrom(...noTexts))
    fc.assert(
      fc.property(anything, (name) => {
        for (const change of [normaliseUsername, displayUsername, canonicalUsername]) {
          expect(change(name)).to.be.a('string')
          if (typeof name !== 'string') expect(change(name)).to.equal('')
        }
        expect(isSameUser(name, name)).to.be.a('boolean')
        const fault = validateUsername(name)
        const missing = name === undefined || name === null
        if (typeof name !== 'string') expect(fault).to.equal(missing ? 'empty' : 'not text')
      }),
      RUNS,
    )
  })
})
