import { describe, it } from 'node:test'
import { expect } from 'chai'
import { clipRendered } from './clip-rendered.ts'
import { markdownCode } from './markdown-code.ts'
import { markdownText } from './markdown-text.ts'

describe('clipRendered', () => {
  it('leaves alone what fits, to the last sign', () => {
    expect(clipRendered('a|b', markdownText, 8)).to.equal('a&#124;b')
  })

  it('cuts before it writes, so that nothing is cut that was written, and takes the room that there is', () => {
    expect(clipRendered('a|b|cd', markdownText, 15)).to.equal('a&#124;b&#124;…')
    expect(clipRendered('\u{1f600}\u{1f600}\u{1f600}', markdownCode, 36)).to.equal(
      '<code>&#128512;&#8230;</code>',
    )
  })

  it('is as short as it can be where not even that fits', () => {
    expect(clipRendered('||||', markdownText, 0)).to.equal('…')
  })
})
