import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { harmlessText } from './harmless-text.ts'

describe('harmlessText', () => {
  for (const text of [
    '=1',
    '+1',
    '-1',
    '@A1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
  ]) {
    it(`puts an apostrophe before ${JSON.stringify(text)}`, () => {
      expect(harmlessText(text)).to.equal(`'${text}`)
    })
  }

  it('puts one before control characters, and before an apostrophe', () => {
    for (const text of ['\tx', '\rx', '\nx', '\0x', "'=1", "'"])
      expect(harmlessText(text)).to.equal(`'${text}`)
  })

  it('leaves other text alone', () => {
    for (const text of ['', 'Ann', 'a=1', 'a-b', ' Ann', '1', 'Élan', '🦀', '"=1']) {
      expect(harmlessText(text)).to.equal(text)
    }
  })

  it('can be taken back, and gives no formula', () => {
    const texts = fc.string({ unit: fc.constantFrom(..."'=+-@ \t\n\u200baé"), maxLength: 6 })
    fc.assert(
      fc.property(texts, (text) => {
        const harmless = harmlessText(text)
        expect(harmless.replace(/^'/, '')).to.equal(text)
        expect(harmless.replace(/^[\s\u200b]+/, '')).to.not.match(/^[=+\-@]/)
      }),
    )
  })
})
