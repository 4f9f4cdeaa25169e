import { describe, it } from 'node:test'
import { expect } from 'chai'
import { gateCodeOfTag } from './gate-code.ts'

describe('gateCodeOfTag', () => {
  it('is the tag without its @', () => {
    expect(gateCodeOfTag('@DAT301')).to.equal('DAT301')
  })

  for (const tag of [
    '@advisory',
    '@dat301',
    '@DAT30',
    '@DAT3010',
    '@DATA301',
    'DAT301',
    '@@DAT301',
    '@DAT301 ',
    '@DÄT301',
  ]) {
    it(`takes ${JSON.stringify(tag)} for no gate`, () => {
      expect(gateCodeOfTag(tag)).to.equal(undefined)
    })
  }
})
