import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { checkTags } from './check-tags.ts'

const KNOWN = new Set(['@DAT301', '@MIG101', '@odd(tag)'])

describe('a tag expression', () => {
  for (const expression of ['@DAT301', 'not (@DAT301 or @MIG101)', '@odd\\(tag\\) and not @DAT301'])
    it(`is good when it can be read and its tags exist: ${expression}`, () => {
      expect(() => checkTags(expression, KNOWN)).not.to.throw()
    })

  for (const expression of ['@DAT301 and', '(@DAT301', '@DAT301 @MIG101'])
    it(`is refused when it cannot be read: ${expression}`, () => {
      expect(() => checkTags(expression, KNOWN)).to.throw(StagegateError, 'cannot be read')
    })

  it('is refused when it names a tag that no scenario has, with the nearest', () => {
    expect(() => checkTags('@MIG101 or @DAT31', KNOWN)).to.throw(
      StagegateError,
      /tag "@DAT31".*Did you mean @DAT301\?/s,
    )
    expect(() => checkTags('DAT301', KNOWN)).to.throw(StagegateError, /A tag begins with @/)
  })

  it('is only read, not looked up, when the tags are not known', () => {
    expect(() => checkTags('@nowhere', undefined)).not.to.throw()
  })
})
