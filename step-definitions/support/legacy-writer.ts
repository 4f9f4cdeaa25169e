import { parseQueries } from '../../src/harness/observation/parse-queries.ts'
import type { OutsideStatement } from '../../src/harness/target/write-outside.ts'
import type { StoredMember } from './harvest/clan-facts.ts'
import type { Laboratory } from './laboratory.ts'

const QUERIES = 'legacy-writer.sql'

/**
 * What a program of before the refactoring sends, once for every member.
 * @throws RangeError for a statement that the file has not.
 */
export async function legacyStatements(
  laboratory: Laboratory,
  name: string,
  members: readonly StoredMember[],
): Promise<readonly OutsideStatement[]> {
  const queries = parseQueries(await laboratory.queries(QUERIES), QUERIES)
  const query = queries.find((each) => each.name === name)
  if (!query) throw new RangeError(`${QUERIES} has no statement "${name}"`)
  return members.map(({ username, role, joinedAt, lastUpdated }) => ({
    sql: query.sql,
    parameters: { username, role, joined_at: joinedAt, last_updated: lastUpdated },
  }))
}
