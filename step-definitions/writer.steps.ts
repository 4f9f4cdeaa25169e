import { Then, When } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { unmetExpectations } from '../src/harness/measurement/unmet-expectations.ts'
import { type Writing, writeOutside } from '../src/harness/target/write-outside.ts'
import { membersOf } from './support/harvest/clan-facts.ts'
import { legacyStatements } from './support/legacy-writer.ts'
import type { RehearsalWorld } from './support/world.ts'

When(
  'a legacy writer sends {string} for every member',
  async function (this: RehearsalWorld, statement: string) {
    const target = await this.ownTarget()
    const statements = await legacyStatements(await this.laboratory(), statement, await membersOf(target))
    this.writings.push(...(await writeOutside(target, statements)))
  },
)

Then('the database refuses it every time, saying {string}', function (this: RehearsalWorld, words: string) {
  const said = this.writings.map((writing, at) => ({
    of: `statement ${at + 1}`,
    expected: words,
    found: wordsIn(writing, words),
  }))
  this.submit([[unmetExpectations('statements of a legacy writer', said), none]])
})

/** The words where they were said; else all that was. */
function wordsIn(writing: Writing, words: string): string {
  if (writing.outcome === 'done') return `done, ${writing.rows} rows`
  return writing.message.includes(words) ? words : writing.message
}
