import { describe, it } from 'node:test'
import { expect } from 'chai'
import { markdownText } from './markdown-text.ts'

const EXPECTED = [
  ['a | b', 'a &#124; b'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert\\(1\\)&gt;'],
  ['&#64;all &amp;', '&amp;#&#8203;64;all &amp;amp;'],
  [
    '**a** `b` ~~c~~ $d$ [e](f) {g} \\',
    '\\*\\*a\\*\\* \\`b\\` \\~\\~c\\~\\~ \\$d\\$ \\[e\\]\\(f\\) \\{g\\} \\\\',
  ],
  ['@everyone, @team/x, a @ b', '@&#8203;everyone, @&#8203;team/x, a @ b'],
  ['#17 and # 17', '\\#&#8203;17 and # 17'],
  ['# a', '\\# a'],
  ['http://b and WWW.c.d', 'http:&#8203;//b and WWW&#8203;.c.d'],
  ['one\n\n# two\n| three |', 'one # two &#124; three &#124;'],
  ['1. a', '1\\. a'],
  ['- a', '\\- a'],
] as const

describe('markdownText', () => {
  for (const [text, shown] of EXPECTED)
    it(`shows ${JSON.stringify(text)} as it stands`, () => {
      expect(markdownText(text)).to.equal(shown)
    })
})
