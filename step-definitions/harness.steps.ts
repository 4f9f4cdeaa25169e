import { Given, Then, When } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { unmetExpectations } from '../src/harness/measurement/unmet-expectations.ts'
import {
  breachOf,
  partialGo,
  twinsOfGates,
  unprovenBecause,
  verdictSaying,
} from './support/expected-verdicts.ts'
import type { RehearsalWorld } from './support/world.ts'

/** A real database with nothing wrong. */
const AS_IT_SHOULD_BE = 'dedup-snaps-002-as-alembic-made-it'

Given('this step is pending', () => 'pending')
Given('this step is skipped', () => 'skipped')

When('the plan runs on the red twin of {string}', async function (this: RehearsalWorld, gate: string) {
  await this.nested.runOnRedTwin(gate, ['--tags', `@${gate}`])
})

When(
  'the plan runs on the red twin of {string}, for the gate {string}',
  async function (this: RehearsalWorld, twin: string, gate: string) {
    await this.nested.runOnRedTwin(twin, ['--tags', `@${gate}`])
  },
)

When('the whole plan runs on the fault {string}', async function (this: RehearsalWorld, fault: string) {
  await this.nested.runOnRedTwin(`faults/${fault}`, [])
})

When('the plan runs narrowed to {string}', async function (this: RehearsalWorld, tags: string) {
  await this.nested.run(['--tags', tags])
})

When('the plan {string} runs', async function (this: RehearsalWorld, plan: string) {
  await this.nested.run([`fixtures/red/plans/${plan}.feature`])
})

When('the plan runs on {string} where there is none', async function (this: RehearsalWorld, engine: string) {
  // Neither a server nor anything that could start one.
  const variables = { STAGEGATE_POSTGRES_URL: '', DOCKER_HOST: 'unix:///nonexistent/docker.sock' }
  await this.nested.run(['--engine', engine], undefined, variables)
})

Then('the gate {string} is breached and the verdict is NO-GO', function (this: RehearsalWorld, gate: string) {
  this.submit([
    [unmetExpectations(gate, breachOf(gate, this.nested.result, this.nested.twin?.subject)), none],
  ])
})

Then('the verdict is UNPROVEN, because {string}', function (this: RehearsalWorld, reason: string) {
  this.submit([[unmetExpectations(reason, unprovenBecause(reason, this.nested.result)), none]])
})

Then('the verdict is GO for a part of the plan only', function (this: RehearsalWorld) {
  this.submit([[unmetExpectations('a narrowed run', partialGo(this.nested.result)), none]])
})

When(
  'the plan runs on the database {string}, narrowed to {string}',
  async function (this: RehearsalWorld, recipe: string, tags: string) {
    await this.nested.runOnDatabase(recipe, ['--tags', tags])
  },
)

When('the whole plan runs on the database {string}', async function (this: RehearsalWorld, recipe: string) {
  await this.nested.runOnDatabase(recipe, [])
})

Then(
  'the verdict is {word}, and it says {string}',
  function (this: RehearsalWorld, verdict: string, words: string) {
    this.submit([[unmetExpectations(words, verdictSaying(verdict, words, this.nested.result)), none]])
  },
)

Then(
  'every gate of the plan has a red twin, and every red twin has a gate',
  async function (this: RehearsalWorld) {
    const engine = this.parameters.engine ?? 'sqlite'
    await this.nested.run(['--tags', '@MIG102', '--engine', engine])
    const runs = [this.nested.result]
    // On a server the same gates are about real databases; one engine stands for all.
    if (engine === 'sqlite') {
      await this.nested.runOnDatabase(AS_IT_SHOULD_BE, ['--tags', '@MIG102'])
      runs.push(this.nested.result)
    }
    this.submit([[unmetExpectations('red twins', await twinsOfGates(runs, engine)), none]])
  },
)
