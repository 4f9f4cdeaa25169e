import { describe, it } from 'node:test'
import { expect } from 'chai'
import { visibleText } from './visible-text.ts'

describe('visibleText', () => {
  it('leaves what can be seen as it is', () => {
    expect(visibleText('Jo_hn Élan 日本 99.35 % · 😀\nsecond')).to.equal(
      'Jo_hn Élan 日本 99.35 % · 😀\nsecond',
    )
  })

  it('writes what cannot be seen as its code', () => {
    expect(visibleText('JO\u00a0HN')).to.equal('JO\\u{a0}HN')
    expect(visibleText('\u001b[31mred')).to.equal('\\u{1b}[31mred')
    expect(visibleText('a\u200bb\u202ec\ufeff')).to.equal('a\\u{200b}b\\u{202e}c\\u{feff}')
    expect(visibleText('half \ud83d pair')).to.equal('half \\u{d83d} pair')
  })
})
