import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { applyComments } from './apply-comments.ts'
import { applyPrivileges } from './apply-privileges.ts'
import { applyTriggers } from './apply-triggers.ts'
import { dependentsNamed } from './dependents-named.ts'
import { type Privileges, readPrivileges } from './read-carried.ts'
import { BESIDE, type Rebuilding } from './rebuilding.ts'

/**
 * Puts the new tables in the places of the old ones and gives them what those had. From here to the end of the
 * transaction the tables are closed to readers: nothing here looks at a row.
 */
export async function swapTables(runner: QueryRunner, rebuilding: Rebuilding, path: string): Promise<void> {
  const { home, begun, carried } = rebuilding
  const privileges = new Map<string, Privileges>()
  await runner.query(`SET LOCAL search_path TO ${path}`)
  if (begun.length > 0) {
    const old = begun.map((table) => `${quoteName(home)}.${quoteName(table)}`).join(', ')
    await runner.query(`LOCK TABLE ${old} IN ACCESS EXCLUSIVE MODE`)
    for (const table of begun) {
      const now = await readPrivileges(runner, table)
      if (now !== undefined) privileges.set(table, now)
    }
    await dependentsNamed(begun, () => runner.query(`DROP TABLE ${old}`))
  }
  for (const table of begun) {
    await runner.query(`ALTER TABLE ${BESIDE}.${quoteName(table)} SET SCHEMA ${quoteName(home)}`)
  }
  await runner.query(`DROP SCHEMA ${BESIDE}`)
  for (const table of begun) {
    const had = carried.get(table)
    if (had === undefined) continue
    await applyPrivileges(runner, table, privileges.get(table) ?? had)
    await applyTriggers(runner, table, had)
    await applyComments(runner, table, had)
  }
}
