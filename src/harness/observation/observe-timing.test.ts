import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { settled } from '../measurement/settled.ts'
import type { Timing } from '../vocabulary/timing.ts'
import type { Clock } from './clock.ts'
import { observeTiming } from './observe-timing.ts'
import { rejection } from './temporary-target.test.ts'

/** A clock that only operations move on, and a log of them. */
function laboratory() {
  let now = 1_000
  const ran: string[] = []
  return {
    ran,
    clock: { name: 'wall clock', now: () => now } satisfies Clock,
    /** Takes the milliseconds of its list one after the other, and the last of them from then on. */
    operation(name: string, ...milliseconds: number[]) {
      const run = () => {
        ran.push(name)
        now += (milliseconds.length > 1 ? milliseconds.shift() : milliseconds[0]) ?? 0
      }
      return { name, run }
    },
  }
}

const never = () => false
const always = () => true

describe('observeTiming', () => {
  it('takes turns, and leaves the warm-up out', async () => {
    const { operation, clock, ran } = laboratory()
    const operations = [operation('a', 90, 80, 1, 2, 3), operation('b', 70, 60, 10, 20, 30)]
    const timing = await observeTiming('counts', operations, { settled: always, leastRounds: 3, clock })
    expect(timing).to.deep.equal({
      subject: 'counts',
      clock: 'wall clock',
      operations: [
        { name: 'a', milliseconds: [1, 2, 3] },
        { name: 'b', milliseconds: [10, 20, 30] },
      ],
    })
    expect(ran.join('')).to.equal('ababababab')
  })

  it('keeps the rows of an operation', async () => {
    const { operation, clock } = laboratory()
    const timing = await observeTiming('q', [{ ...operation('tiny', 1), rows: 12 }], {
      settled: always,
      clock,
    })
    expect(timing.operations).to.deep.equal([{ name: 'tiny', rows: 12, milliseconds: [1, 1, 1, 1, 1] }])
  })

  it('asks after each round from the last of the least rounds on, with all that is known by then', async () => {
    const { operation, clock } = laboratory()
    const asked: Timing[] = []
    const enough = (timing: Timing) => asked.push(timing) === 3
    const timing = await observeTiming('q', [operation('a', 1)], { settled: enough, clock })
    expect(asked.map(({ operations }) => operations[0]?.milliseconds.length)).to.deep.equal([5, 6, 7])
    expect(timing).to.equal(asked[2])
  })

  it('ends with the round that spends the budget; the warm-up spends nothing of it', async () => {
    const { operation, clock } = laboratory()
    const options = { settled: never, budgetMilliseconds: 100, clock }
    const timing = await observeTiming('q', [operation('a', 500, 8), operation('b', 500, 4)], options)
    // Eight rounds take 96 ms, the ninth spends the rest.
    expect(timing.operations.map(({ milliseconds }) => milliseconds.length)).to.deep.equal([9, 9])
  })

  it('has a budget of five seconds unless it is given another', async () => {
    const { operation, clock } = laboratory()
    const timing = await observeTiming('q', [operation('a', 500)], { settled: never, clock })
    expect(timing.operations[0]?.milliseconds).to.have.length(10)
  })

  it('never makes fewer than the least rounds, however long they take', async () => {
    const { operation, clock, ran } = laboratory()
    await observeTiming('q', [operation('a', 9_000)], { settled: never, clock })
    expect(ran, 'a long operation is warmed up once').to.have.length(1 + 5)
  })

  it('never makes more than 200 rounds, however short they are', async () => {
    const { operation, clock, ran } = laboratory()
    const { operations } = await observeTiming('q', [operation('a', 0)], { settled: never, clock })
    expect(operations[0]?.milliseconds).to.have.length(200)
    expect(ran).to.have.length(2 + 200)
  })

  it('ends with the error of an operation, and runs nothing after it', async () => {
    const { operation, clock, ran } = laboratory()
    const failing = {
      name: 'b',
      run: () => {
        if (ran.length > 3) throw new Error('no such table: clan_members')
      },
    }
    const options = { settled: never, clock }
    expect(await rejection(observeTiming('q', [operation('a', 1), failing], options))).to.equal(
      'no such table: clan_members',
    )
    expect(ran).to.have.length(4)
    const rejecting = { name: 'b', run: () => Promise.reject(new Error('locked')) }
    expect(await rejection(observeTiming('q', [rejecting], options))).to.equal('locked')
  })

  it('counts the time until a promise is kept', async () => {
    let now = 0
    const run = async () => {
      now += 1
      await Promise.resolve()
      now += 20
    }
    const { operations } = await observeTiming('q', [{ name: 'a', run }], {
      settled: always,
      clock: { name: 'wall clock', now: () => now },
    })
    expect(operations[0]?.milliseconds).to.deep.equal([21, 21, 21, 21, 21])
  })

  it('takes the time before anything else can run where there is no promise', async () => {
    let now = 0
    const run = () => {
      now += 1
      queueMicrotask(() => {
        now += 1_000
      })
      return { rows: 3 }
    }
    const { operations } = await observeTiming('q', [{ name: 'a', run }], {
      settled: always,
      clock: { name: 'wall clock', now: () => now },
    })
    expect(operations[0]?.milliseconds).to.deep.equal([1, 1, 1, 1, 1])
  })

  it('lets what an operation left behind be done before the next sample begins', async () => {
    let now = 0
    const leaving = { name: 'a', run: () => void setImmediate(() => (now += 1_000)) }
    const next = {
      name: 'b',
      run: async () => {
        await wait(0)
        now += 1
      },
    }
    const { operations } = await observeTiming('q', [leaving, next], {
      settled: always,
      clock: { name: 'wall clock', now: () => now },
    })
    expect(operations[1]?.milliseconds).to.deep.equal([1, 1, 1, 1, 1])
  })

  for (const [what, names, leastRounds] of [
    ['nothing to take the time of', [], 5],
    ['two operations are called "a"', ['a', 'b', 'a'], 5],
    ['0 rounds', ['a'], 0],
    ['2.5 rounds', ['a'], 2.5],
    ['201 rounds', ['a'], 201],
  ] as const) {
    it(`is refused: ${what}`, async () => {
      const { operation, clock, ran } = laboratory()
      const operations = names.map((name) => operation(name, 1))
      const options = { settled: always, leastRounds, clock }
      expect(await rejection(observeTiming('q', operations, options))).to.contain(what)
      expect(ran).to.deep.equal([])
    })
  }

  it('tells short work from work that is many times as long, by the clock of the machine', async () => {
    const work = (steps: number) => () => {
      let sum = 0
      for (let step = 0; step < steps; step += 1) sum += Math.sqrt(step)
      return sum
    }
    const operations = [
      { name: 'short', run: work(20_000) },
      { name: 'long', run: async () => work(2_000_000)() },
    ]
    const { operations: timed } = await observeTiming('roots', operations, {
      settled,
      budgetMilliseconds: 500,
    })
    const [short, long] = timed.map(({ milliseconds }) => milliseconds)
    expect(short).to.have.length(long?.length ?? 0)
    expect(short).to.have.length.within(5, 200)
    // Of a hundred times the work, half the samples and more take longer than the best of the little work.
    const best = Math.min(...(short ?? []))
    expect(long?.filter((sample) => sample > best)).to.have.length.above((long?.length ?? 0) / 2)
  })
})
