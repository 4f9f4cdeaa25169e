import { describe, it } from 'node:test'
import { expect } from 'chai'
import { unexpectedAnswer } from './unexpected-answer.ts'

const EXPECTED = [
  ["'a'", '1'],
  ["'b'", '2'],
]
const answer = (...rows: readonly (readonly string[])[]) => ({
  name: 'members',
  columns: ['name', 'n'],
  rows,
})

describe('unexpectedAnswer', () => {
  it('holds for the rows that were expected', () => {
    expect(unexpectedAnswer(EXPECTED, answer(...EXPECTED))).to.include({
      subject: 'members',
      value: 0,
      population: 2,
    })
  })

  it('names a row that is missing, one too many and one with another value', () => {
    const found = (...rows: readonly (readonly string[])[]) =>
      unexpectedAnswer(EXPECTED, answer(...rows)).witnesses.map(({ where, what }) => `${where} ${what}`)
    expect(found(["'a'", '1'])).to.deep.equal(["row 2 is missing: 'b', 2"])
    expect(found(...EXPECTED, ["'c'", '3'])).to.deep.equal(["row 3 is too many: 'c', 3"])
    expect(found(["'a'", '1'], ["'b'", '7'])).to.deep.equal(["row 2 is 'b', 7; expected 'b', 2"])
  })

  it('is breached by a query that fails', () => {
    expect(unexpectedAnswer(EXPECTED, { name: 'members', failure: 'no such table' }).witnesses).to.deep.equal(
      [{ where: 'members', what: 'fails now: no such table' }],
    )
  })
})
