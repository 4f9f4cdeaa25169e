import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { processorTime } from './processor-time.ts'

/** The least part of the time that waiting takes: what else a process does, compiling for one, comes and goes. */
async function leastPart(waits: number): Promise<number> {
  const parts: number[] = []
  while (parts.length < waits) {
    const from = { clock: performance.now(), processor: processorTime.now() }
    await setTimeout(100)
    parts.push((processorTime.now() - from.processor) / (performance.now() - from.clock))
  }
  return Math.min(...parts)
}

test('working takes processor time, waiting does not', async () => {
  const started = processorTime.now()
  let sum = 0
  while (processorTime.now() - started < 50) sum += 1
  expect(sum).to.be.greaterThan(0)
  expect(await leastPart(20)).to.be.lessThan(0.5)
})
