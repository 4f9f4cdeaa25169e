import { describe, it } from 'node:test'
import { expect } from 'chai'
import { foldCase } from './fold-case.ts'

describe('foldCase', () => {
  for (const [why, ...spellings] of [
    ['ASCII', 'Bob', 'BOB', 'bob'],
    ['Latin-1', 'É', 'é'],
    ['one code point and two', '\u00e9', 'e\u0301', 'E\u0301'],
    ['a letter that grows', 'Straße', 'STRASSE', 'straẞe'],
    ['three sigmas, the final one in any place', 'ΣΟΦΟΣ', 'σοφος', 'σοφοσ', 'ςοφος'],
    ['the Kelvin sign and a k', '\u212a', 'K', 'k'],
    ['the Angstrom sign and a ring', '\u212b', 'Å', 'å'],
    ['a ligature', 'ﬁne', 'FINE', 'fine'],
    ['the dotted capital I and an i with a dot above', '\u0130', 'i\u0307', 'I\u0307'],
    ['two ways to three code points', '\u0390', '\u1fd3', '\u03aa\u0301'],
    ['an iota below and an accent above, in any order', '\u1fb3\u0301', '\u03ac\u0345', '\u1fb4'],
    ['Cherokee, which folds the other way', '\u13a0', '\uab70'],
    ['beyond 16 bits', '\u{10400}', '\u{10428}'],
  ] as const) {
    it(`folds alike: ${why}`, () => {
      expect(new Set(spellings.map(foldCase))).to.have.lengthOf(1)
    })
  }

  for (const [one, other] of [
    ['i', '\u0131'],
    ['I', '\u0131'],
    ['i', '\u0130'],
    ['e', 'é'],
    ['john', 'jo hn'],
    ['john', 'jo_hn'],
    ['bob', ' bob'],
    ['bob', 'bob\u200b'],
  ] as const) {
    it(`keeps ${JSON.stringify(one)} and ${JSON.stringify(other)} apart`, () => {
      expect(foldCase(one)).not.to.equal(foldCase(other))
    })
  }

  it('changes nothing the second time, over every code point', () => {
    const unstable: string[] = []
    for (let code = 0; code < 0x110000; code += 1) {
      if (code >= 0xd800 && code < 0xe000) continue
      const folded = foldCase(String.fromCodePoint(code))
      if (foldCase(folded) !== folded) unstable.push(code.toString(16))
    }
    expect(unstable).to.deep.equal([])
  })
})
