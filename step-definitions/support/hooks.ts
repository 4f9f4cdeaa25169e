import { After, AfterAll, Status, setDefaultTimeout, setParallelCanAssign } from '@cucumber/cucumber'
import { closeLaboratories } from './laboratories.ts'
import type { RehearsalWorld } from './world.ts'

// A migration of a large database takes as long as it takes; its budget is a gate, not a timeout.
setDefaultTimeout(60 * 60 * 1000)

// A scenario that times something runs alone, and nothing starts beside it.
const TIMING = '@timing'
setParallelCanAssign((candidate, running) => {
  const timing = [candidate, ...running].some(({ tags }) => tags.some(({ name }) => name === TIMING))
  return !timing || running.length === 0
})

After(async function (this: RehearsalWorld, { result }) {
  await this.close(result?.status !== Status.PASSED)
})

AfterAll(closeLaboratories)
