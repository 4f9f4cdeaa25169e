import sqlite3 from 'sqlite3'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { OpenTarget } from '../open-target.ts'
import type { Source } from '../source.ts'
import { connectSqlite3, type Sqlite3Connection } from '../sqlite/sqlite3-connection.ts'

const TOLD = 3
/** More than that nobody reads; what is said of values may come before what is said of pages. */
const ASKED = 10_000

/** What the check says of values that break a constraint: the database is whole, and gates speak of its values. */
const OF_VALUES = /^(?:NULL|NUMERIC|TEXT|non-\w+) value in |^CHECK constraint failed in /

/**
 * Whether the copy of a source can be read from end to end. On SQLite that is a quick check, which takes seconds on a
 * large database; on PostgreSQL the copy was written anew, row by row, and there is nothing to check.
 * @throws StagegateError that names the first faults
 */
export async function checkCopy(copy: OpenTarget, { location }: Source): Promise<void> {
  if (copy.address.engine !== 'sqlite') return
  await using _lease = copy.lease('one that checks it')
  const faults = await faultsIn(copy.address.file)
  if (faults.length === 0) return
  const more = faults.length > TOLD ? `, and ${faults.length - TOLD} more` : ''
  throw new StagegateError({
    what: `The database is damaged: ${faults.slice(0, TOLD).join('; ')}${more}.`,
    where: location,
    cause: 'A plain copy of it was taken while somebody wrote it, or its disk lost writes.',
    next: 'Take the copy again, by online backup: sqlite3 FILE ".backup COPY". Out of a damaged one, .recover saves what it can.',
  })
}

async function faultsIn(file: string): Promise<readonly string[]> {
  const db = await connectSqlite3(file, sqlite3.OPEN_READONLY)
  try {
    return linesOf(await db.all<Row>(`PRAGMA quick_check(${ASKED})`))
  } catch (error) {
    return [...(await beforeItGaveUp(db)), (error as Error).message.replace(/, in: PRAGMA .*$/, '')]
  } finally {
    await db.close()
  }
}

interface Row {
  readonly quick_check: string
}

/** It checks the pages first, and may give up on reading rows out of them: then it is asked for the first fault alone. */
async function beforeItGaveUp(db: Sqlite3Connection): Promise<readonly string[]> {
  return db.all<Row>('PRAGMA quick_check(1)').then(linesOf, () => [])
}

function linesOf(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ quick_check: text }) => text.split('\n')).filter(isFault)
}

function isFault(line: string): boolean {
  // A heading stands before what is wrong in the pages of a database.
  return line !== 'ok' && !line.startsWith('*** in database ') && !OF_VALUES.test(line)
}
