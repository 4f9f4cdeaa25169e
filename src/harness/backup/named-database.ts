import { resolve } from 'node:path'
import { parseUrl, shown } from '../target/postgres/parse-url.ts'
import { DATABASE_OPTION } from '../target/postgres/url-option.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { NamedDatabase } from './engine-backups.ts'

/**
 * The database that a person names: a file of SQLite, or the URL of a database of PostgreSQL. It need not be there.
 * @param cwd what a relative path starts from
 * @throws StagegateError for a URL that cannot be used
 */
export function namedDatabase(name: string, cwd: string): NamedDatabase {
  if (/^postgres(?:ql)?:/i.test(name)) {
    const address = parseUrl(name, DATABASE_OPTION)
    return { address, location: shown(address) }
  }
  // What stands before :// is a scheme only where it has more than one letter: C:// is a disk.
  if (name === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(name)) throw unknown(name)
  const file = resolve(cwd, name)
  return { address: { engine: 'sqlite', file }, location: file }
}

/** Repeats nothing but the scheme: a URL may hold a password. */
function unknown(name: string): StagegateError {
  return new StagegateError({
    what: name === '' ? 'The name of the database is empty.' : 'The database is of no kind that is known.',
    where: name === '' ? '--database' : `--database ${name.replace(/:\/\/.*$/s, '://…')}`,
    cause: 'A misspelt name, or a variable that is not set.',
    next: 'Name a file of SQLite, or a URL: postgresql://user:password@host:5432/database.',
  })
}
