import { describe, it } from 'node:test'
import { expect } from 'chai'
import { daysBefore } from './look-back.ts'

describe('daysBefore', () => {
  it('goes back by the calendar of UTC and keeps the form of the text', () => {
    expect(daysBefore('2025-12-22 15:00:00.000001+00:00', 30)).to.equal('2025-11-22 15:00:00.000001+00:00')
    expect(daysBefore('2024-03-01 00:30:00.000000', 1)).to.equal('2024-02-29 00:30:00.000000')
    expect(daysBefore('2025-12-22 15:00:00', 365)).to.equal('2024-12-22 15:00:00')
  })

  it('says what it cannot look back from', () => {
    expect(() => daysBefore('yesterday', 30)).to.throw(RangeError, '"yesterday" is no moment')
  })
})
