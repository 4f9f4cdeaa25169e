import { test } from 'node:test'
import { expect } from 'chai'
import { observeMemory } from './observe-memory.ts'

test('the peak grows by what a process holds', () => {
  const before = observeMemory()
  const held = Buffer.alloc(200_000_000, 1)
  expect(observeMemory() - before).to.be.greaterThan(100_000_000)
  expect(held.length).to.equal(200_000_000)
})
