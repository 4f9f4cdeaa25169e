import { Then } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { missingValues, renumbered, sharedValues } from '../src/harness/measurement/key-faults.ts'
import { sequencesBehind } from '../src/harness/measurement/sequences-behind.ts'
import { observeSequences } from '../src/harness/observation/observe-sequences.ts'
import { observeValues } from '../src/harness/observation/observe-values.ts'
import type { RehearsalWorld } from './support/world.ts'

Then(
  'no two rows of {table} share {column}',
  async function (this: RehearsalWorld, table: string, column: string) {
    const values = await observeValues(this.target, { table, columns: [column] })
    this.submit([[sharedValues(`${table}.${column}`, values), none]])
  },
)

Then(
  'every row of {table} has {column} and {column}',
  async function (this: RehearsalWorld, table: string, first: string, second: string) {
    const values = await observeValues(this.target, { table, columns: [first, second] })
    this.submit([[missingValues(table, [first, second], values), none]])
  },
)

Then(
  'the {column} of every row of {table} is its row number of before, known by {column}',
  async function (this: RehearsalWorld, column: string, table: string, name: string) {
    const before = await this.origin.rowNumbers(table, name)
    const after = await observeValues(this.target, { table, columns: [name, column] })
    this.submit([[renumbered(`${table}.${column}`, before, after), none]])
  },
)

Then('every sequence is ahead of its column', async function (this: RehearsalWorld) {
  this.submit([[sequencesBehind(await observeSequences(this.target)), none]])
})
