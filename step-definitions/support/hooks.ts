import {
  After,
  AfterAll,
  Before,
  Status,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setParallelCanAssign,
} from '@cucumber/cucumber'
import { anonymousError } from '../../src/harness/vocabulary/anonymous-error.ts'
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

// Whatever a step fails with is written to reports. Where names of people are left out, they are left out of that, too.
setDefinitionFunctionWrapper(
  (definition: (...args: unknown[]) => unknown) =>
    async function (this: RehearsalWorld, ...args: unknown[]) {
      try {
        return await definition.apply(this, args)
      } catch (error) {
        throw this.parameters?.anonymous ? anonymousError(error) : error
      }
    },
)

Before(function (this: RehearsalWorld, { pickle }) {
  this.gate = pickle.tags.flatMap(({ name }) => gateCodeOfTag(name) ?? [])[0] ?? null
})

After(async function (this: RehearsalWorld, { result }) {
  await this.close(result?.status !== Status.PASSED && result?.status !== Status.SKIPPED)
})

AfterAll(closeLaboratories)
