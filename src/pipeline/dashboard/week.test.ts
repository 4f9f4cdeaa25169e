import { describe, it } from 'node:test'
import { expect } from 'chai'
import { chartDays } from './chart-days.ts'
import { week } from './week.ts'

/** From Sunday, 23 November, to Monday, 22 December. */
const DAYS = chartDays('2025-12-22T15:00:00Z')

const hours = (...entries: readonly (readonly [string, number])[]) =>
  new Map(entries.map(([hour, messages]) => [`${hour}:00:00.000000Z`, messages]))

describe('week', () => {
  it('goes from Monday to Sunday, and says how many of the days each is', () => {
    const rows = week(DAYS, [])
    expect(rows.map(({ weekday, days }) => [weekday, days])).to.deep.equal([
      ...[
        ['Monday', 5],
        ['Tuesday', 4],
        ['Wednesday', 4],
        ['Thursday', 4],
        ['Friday', 4],
        ['Saturday', 4],
        ['Sunday', 5],
      ],
    ])
    for (const { messages } of rows) expect(messages).to.deep.equal(new Array(24).fill(0))
  })

  it('adds up the messages of all members on the days of the charts, and of no others', () => {
    const rows = week(DAYS, [
      hours(['2025-11-23T00', 1], ['2025-11-30T00', 2], ['2025-12-22T23', 4]),
      hours(['2025-12-14T00', 8], ['2025-11-22T23', 100], ['2025-12-23T00', 100]),
    ])
    expect(rows.flatMap(({ messages }) => messages.filter((written) => written > 0))).to.deep.equal([4, 11])
    expect(rows[0]?.messages[23]).to.equal(4)
    expect(rows[6]?.messages[0]).to.equal(11)
  })
})
