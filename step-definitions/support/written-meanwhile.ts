import type { Expectation } from '../../src/harness/measurement/unmet-expectations.ts'
import type { Interrupt } from '../../src/harness/migration/step-recorder.ts'
import type { Answer } from '../../src/harness/observation/answer.ts'
import type { NamedQuery } from '../../src/harness/observation/query-plan.ts'
import type { Address } from '../../src/harness/target/address.ts'
import { writeMeanwhile } from '../../src/harness/target/postgres/write-meanwhile.ts'
import type { Writing } from '../../src/harness/target/write-outside.ts'

/** An id that Discord gives to nobody. */
const MESSAGE = `INSERT INTO discord_messages (id, content, created_at) VALUES (1, 'meanwhile', '2025-12-22 15:00:00+00')`

export const MEANWHILE: NamedQuery = {
  name: 'the message',
  sql: 'SELECT content FROM discord_messages WHERE id = 1',
}

/** The first index of a table that was made anew is built when its rows are there. */
const COPIED = /^CREATE (?:UNIQUE )?INDEX\b.*\bdiscord_messages\b/i

/** Writes a message once, from a connection that knows nothing of the migration, and says what became of it. */
export function afterCopying(address: Address, tell: (said: Writing) => void): Interrupt {
  let written = false
  return (_migration, _statement, sql) => {
    if (written || !COPIED.test(sql)) return
    written = true
    tell(writeMeanwhile(address, MESSAGE))
  }
}

/** @throws Error when nobody has written: the migration builds no index on the table. */
export function meanwhileFound(
  writings: readonly Writing[],
  [answer]: readonly Answer[],
): readonly Expectation[] {
  const [said] = writings
  if (said === undefined)
    throw new Error('the migration built no index on discord_messages: nothing was written')
  const there = answer !== undefined && 'rows' in answer && answer.rows.length === 1
  return [
    {
      of: `the message whose writing was ${said.outcome}`,
      expected: said.outcome === 'done' ? 'there' : 'not there',
      found: there ? 'there' : 'not there',
    },
  ]
}
