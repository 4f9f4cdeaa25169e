import { describe, it } from 'node:test'
import { expect } from 'chai'
import { timeInTurns } from './time-in-turns.ts'

/** Operations that log their names; the first takes long enough to be warmed up twice only. */
function operations() {
  const ran: string[] = []
  const run = (name: string, milliseconds: number) => () => {
    ran.push(name)
    const until = performance.now() + milliseconds
    while (performance.now() < until);
  }
  return {
    ran,
    all: [
      { name: 'a', run: run('a', 300) },
      { name: 'b', run: run('b', 0) },
      { name: 'c', run: run('c', 0) },
    ] as const,
  }
}

describe('timeInTurns', () => {
  it('times in turns, and lets the short ones run untimed after the long one', async () => {
    const { ran, all } = operations()
    const timing = await timeInTurns('work', all, { leastRounds: 2, budgetMilliseconds: 1 })
    expect(timing.subject).to.equal('work')
    expect(timing.operations.map(({ name, milliseconds }) => [name, milliseconds.length])).to.deep.equal([
      ['a', 2],
      ['b', 2],
      ['c', 2],
    ])
    expect(ran.slice(-10).join('')).to.equal('abcbcabcbc')
  })

  it('warms up every operation until it is compiled, a long one twice', async () => {
    const { ran, all } = operations()
    await timeInTurns('work', all, { leastRounds: 1, budgetMilliseconds: 1 })
    const first = ran.join('').match(/^(a+)(b+)(c+)/)
    expect(first?.slice(1).map((runs) => runs.length)).to.deep.equal([2, 50, 50])
  })
})
