import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { processorTime } from './processor-time.ts'

test('working takes processor time, waiting does not', async () => {
  const started = processorTime.now()
  let sum = 0
  while (processorTime.now() - started < 50) sum += 1
  expect(sum).to.be.greaterThan(0)
  const waitedFrom = { clock: performance.now(), processor: processorTime.now() }
  await setTimeout(300)
  const waited = performance.now() - waitedFrom.clock
  expect(processorTime.now() - waitedFrom.processor).to.be.lessThan(waited / 2)
})
