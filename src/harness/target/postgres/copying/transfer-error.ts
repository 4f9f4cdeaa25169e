import { type ErrorText, StagegateError } from '../../../vocabulary/stagegate-error.ts'
import type { ToolEnd, ToolName } from '../tools/postgres-tools.ts'

/** What a failure is known by, in what the tool says of it. */
const KNOWN: readonly (readonly [RegExp, Omit<ErrorText, 'where'>])[] = [
  [
    /No space left on device|could not extend file|53100/,
    {
      what: 'The disk of the PostgreSQL server is full.',
      cause: 'A copy takes about as much as the database itself; how much is free cannot be asked over SQL.',
      next: 'Make room there, or name another server with --postgres-url.',
    },
  ],
  [
    /canceling statement due to lock timeout|lock_timeout/,
    {
      what: 'A table could not be read: somebody holds it, or waits to have it, for himself.',
      cause: 'A migration, a TRUNCATE or a maintenance job began while the database was being read.',
      next: 'Wait until it is done, and run this again.',
    },
  ],
  [
    /invalid byte sequence for encoding/,
    {
      what: 'The database holds text that is not what its encoding says.',
      cause: 'A database in SQL_ASCII, where nobody checks what bytes mean.',
      next: 'Dump it and load it into a database in UTF8 first, with the right client_encoding.',
    },
  ],
  [
    /server closed the connection|terminating connection|connection to server .* failed|SSL connection has been closed/,
    {
      what: 'The connection to the PostgreSQL server was lost in the middle.',
      cause: 'The server was stopped, ended the session, or ran out of memory or disk.',
      next: 'Look at its log, and run this again.',
    },
  ],
  [
    /permission denied/,
    {
      what: 'The user may not read all of the database.',
      cause: 'An object that is no table and no sequence, such as a large object.',
      next: 'Name a user that may, such as a member of pg_read_all_data.',
    },
  ],
]

/** How many lines of a tool's last words are repeated. */
const LINES = 6

/** Why a tool failed, for people. Its own words follow; none of them holds the password. */
export function toolFailure(
  tool: ToolName,
  { code, complaints }: ToolEnd,
  where: string,
  password: string,
): StagegateError {
  const text = KNOWN.find(([sign]) => sign.test(complaints))?.[1] ?? {
    what: `${tool} failed${code === null ? ', it was ended from outside' : ''}.`,
    next: 'See what it says.',
  }
  const said = lastWords(complaints, password)
  return new StagegateError({ ...text, what: said === '' ? text.what : `${text.what}\n${said}`, where })
}

function lastWords(complaints: string, password: string): string {
  const lines = complaints.split('\n').filter((line) => line.trim() !== '')
  // The first of them is the cause where a tool stops at once.
  const said = lines.slice(0, LINES).map((line) => `    ${line.trim()}`)
  return password === '' ? said.join('\n') : said.join('\n').replaceAll(password, '…')
}
