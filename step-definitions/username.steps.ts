import { type DataTable, Then } from '@cucumber/cucumber'
import { none } from '../src/harness/gate/tolerance.ts'
import { type Expectation, unmetExpectations } from '../src/harness/measurement/unmet-expectations.ts'
import { nameCell } from './support/name-cell.ts'
import type { RehearsalWorld } from './support/world.ts'

Then('usernames compare as', async function (this: RehearsalWorld, table: DataTable) {
  const { normaliseUsername } = await (await this.laboratory()).product()
  const compared = formsOf(table, 'compares as', normaliseUsername)
  this.submit([[unmetExpectations('names compared', compared), none]])
})

Then(`usernames are the same user's, or not`, async function (this: RehearsalWorld, table: DataTable) {
  const { isSameUser } = await (await this.laboratory()).product()
  const pairs = table.hashes().map(({ one, other, 'same user': expected = '' }) => ({
    of: `${one} and ${other}`,
    expected,
    found: isSameUser(nameCell(one), nameCell(other)) ? 'yes' : 'no',
  }))
  this.submit([[unmetExpectations('pairs of names', pairs), none]])
})

Then('usernames are shown and kept as', async function (this: RehearsalWorld, table: DataTable) {
  const { displayUsername, canonicalUsername } = await (await this.laboratory()).product()
  this.submit([
    [unmetExpectations('names shown', formsOf(table, 'shown', displayUsername)), none],
    [unmetExpectations('names kept', formsOf(table, 'kept', canonicalUsername)), none],
  ])
})

Then('usernames are refused, because of', async function (this: RehearsalWorld, table: DataTable) {
  const { validateUsername } = await (await this.laboratory()).product()
  const refused = table.hashes().map(({ name = '', reason = '' }) => ({
    of: name,
    expected: reason,
    found: validateUsername(nameCell(name)) ?? 'valid',
  }))
  this.submit([[unmetExpectations('names refused', refused), none]])
})

Then('usernames are valid', async function (this: RehearsalWorld, table: DataTable) {
  const { validateUsername } = await (await this.laboratory()).product()
  const accepted = table.hashes().map(({ name = '' }) => ({
    of: name,
    expected: 'valid',
    found: validateUsername(nameCell(name)) ?? 'valid',
  }))
  this.submit([[unmetExpectations('names accepted', accepted), none]])
})

/** What becomes of the names of a table, and what one of its columns says of it. */
function formsOf(table: DataTable, column: string, form: (name: unknown) => string): readonly Expectation[] {
  return table.hashes().map((row) => ({
    of: row.name ?? '',
    expected: quoted(nameCell(row[column])),
    found: quoted(form(nameCell(row.name))),
  }))
}

/** Two texts that look alike in a report are written differently. */
function quoted(text: unknown): string {
  return JSON.stringify(text).replace(
    /[^\p{L}\p{N}\p{P}\p{S} ]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}
