import { After, AfterAll, Before, Status, setDefaultTimeout, setParallelCanAssign } from '@cucumber/cucumber'
import { gateCodeOfTag } from '../../src/harness/vocabulary/gate-code.ts'
import { closeLaboratories } from './laboratories.ts'
import type { RehearsalWorld } from './world.ts'

// A migration of a large database takes as long as it takes; its budget is a gate, not a timeout.
setDefaultTimeout(60 * 60 * 1000)

// A scenario that times something, or that looks at what all the others have left, runs alone, and nothing starts beside it.
const ALONE = ['@timing', '@last']
setParallelCanAssign((candidate, running) => {
  const alone = [candidate, ...running].some(({ tags }) => tags.some(({ name }) => ALONE.includes(name)))
  return !alone || running.length === 0
})

Before(function (this: RehearsalWorld, { pickle }) {
  this.gate = pickle.tags.flatMap(({ name }) => gateCodeOfTag(name) ?? [])[0] ?? null
})

After(async function (this: RehearsalWorld, { result }) {
  await this.close(result?.status !== Status.PASSED && result?.status !== Status.SKIPPED)
})

AfterAll(closeLaboratories)
