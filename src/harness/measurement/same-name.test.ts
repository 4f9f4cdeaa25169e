import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { foldCase } from '../../schema/linking/fold-case.ts'
import { caseless, plainName } from './same-name.ts'

/** Beyond these planes there are ideographs and nothing that has a case. */
const POINTS = 0x20000

/** Characters that fold, compose or reorder: where two ways of ignoring case can differ. */
const DELICATE = [
  ...'aAbBiIkKsSéÉßẞΣσςİıſÅåΐάἀᾀᾳᾼǅﬁﬃŉǰẖևꭰᏸθϴ',
  ...[
    '\u212a',
    '\u212b',
    '\u2126',
    '\u1fd3',
    '\u1fb4',
    '\u1fb7',
    '\u{10400}',
    '\u{10428}',
    '\uac00',
    '\u1100',
    '\u1161',
  ],
  ...[
    '\u0300',
    '\u0301',
    '\u0307',
    '\u0308',
    '\u030a',
    '\u0313',
    '\u0323',
    '\u0327',
    '\u0328',
    '\u0342',
    '\u0345',
  ],
]
const delicate = fc.string({ unit: fc.constantFrom(...DELICATE), maxLength: 8 })
const anything = fc.string({ unit: 'binary', maxLength: 12 })
/** Ways to write a text anew that often, and not always, leave it the same name. */
const spelling = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFC'),
  (text) => text.toUpperCase().normalize('NFD').toLowerCase(),
  (text) => Array.from(text, (character) => character.toLowerCase()).join(''),
  (text) => Array.from(text).reverse().join(''),
)

describe('caseless', () => {
  for (const [why, ...spellings] of [
    ['É and é', 'ÉLAN', 'élan'],
    ['composed and decomposed', '\u00c9', 'E\u0301', '\u00e9', 'e\u0301'],
    ['ß, ẞ and SS', 'Straße', 'STRAẞE', 'STRASSE', 'strasse'],
    ['Σ, σ and ς, the final one in any place', 'ΣΟΦΟΣ', 'σοφος', 'σοφοσ', 'ςοφος'],
    ['İ and an i with a dot above', '\u0130', 'i\u0307', 'I\u0307'],
    ['the Kelvin sign and k', '\u212a', 'K', 'k'],
    [
      'a capital with an iota below and an accent',
      '\u1fbc\u0308',
      '\u0391\u0308\u0345',
      '\u03b1\u0308\u03b9',
    ],
    ['an accent and an iota below in either order', '\u1fb3\u0301', '\u03ac\u0345', '\u1fb4'],
  ] as const) {
    it(`takes for the same: ${why}`, () => {
      expect(new Set(spellings.map(caseless))).to.have.length(1)
    })
  }

  for (const [one, other] of [
    ['i', 'ı'],
    ['I', 'ı'],
    ['i', 'İ'],
    ['e', 'é'],
    ['s', 'ß'],
    ['john', 'jo hn'],
    ['bob', ' bob'],
  ] as const) {
    it(`keeps ${one} and ${other} apart`, () => {
      expect(caseless(one)).not.to.equal(caseless(other))
    })
  }

  it('sorts every character into the same classes as the schema does', () => {
    const differing: string[] = []
    const [byFold, byCaseless] = [new Map<string, string>(), new Map<string, string>()]
    for (let code = 0; code < POINTS; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCodePoint(code)
      const [fold, form] = [foldCase(character), caseless(character)]
      if ((byFold.get(fold) ?? form) !== form || (byCaseless.get(form) ?? fold) !== fold)
        differing.push(code.toString(16))
      byFold.set(fold, form)
      byCaseless.set(form, fold)
    }
    expect(differing).to.deep.equal([])
  })

  it('calls two names the same exactly when the schema does', () => {
    let same = 0
    const agrees = (a: string, b: string) => {
      const schema = foldCase(a) === foldCase(b)
      if (schema) same += 1
      expect(caseless(a) === caseless(b), JSON.stringify([a, b])).to.equal(schema)
    }
    const text = fc.oneof(delicate, anything)
    fc.assert(
      fc.property(text, spelling, spelling, (a, one, other) => agrees(one(a), other(a))),
      { numRuns: 4000 },
    )
    fc.assert(fc.property(delicate, delicate, agrees), { numRuns: 4000 })
    const short = fc.string({ unit: fc.constantFrom(...DELICATE), maxLength: 2 })
    fc.assert(fc.property(short, short, agrees), { numRuns: 6000 })
    // A property over names that never are the same would prove little.
    expect(same).to.be.greaterThan(2000)
  })
})

describe('plainName', () => {
  it('is what is left without spaces, punctuation and case', () => {
    for (const name of ['J O H N', 'Jo_hn', 'jo-hn', 'JO\u00a0HN', 'jo\u200bhn']) {
      expect(plainName(name), JSON.stringify(name)).to.equal(plainName('john'))
    }
    expect(plainName('É lan')).to.equal(plainName('e\u0301lan'))
    expect(plainName('1 o 3 1 3')).to.equal(plainName('1o313'))
  })

  it('keeps letters of every script, digits and accents', () => {
    expect(plainName('élan')).not.to.equal(plainName('elan'))
    expect(plainName('日本 1')).to.equal('日本1')
  })

  it('can be empty', () => {
    expect(plainName(' _-\u200b')).to.equal('')
  })
})
