import { resolve } from 'node:path'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { checkSource as onServer } from '../postgres/check-source.ts'
import type { Source } from '../source.ts'
import { checkFile } from '../sqlite/check-file.ts'

export interface Surroundings {
  /** What a relative path starts from. */
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
}

/**
 * The real database that somebody names: the URL of a server of PostgreSQL, or else a file of SQLite. It is looked at
 * as far as copying it whole needs, and neither written nor made.
 * @throws StagegateError for each way in which it cannot be read
 */
export async function checkSource(
  named: string,
  { cwd = process.cwd(), env = process.env }: Surroundings = {},
): Promise<Source> {
  if (/^postgres(?:ql)?:/i.test(named)) return onServer(named, env)
  // What stands before :// is a scheme only where it has more than one letter.
  if (named.trim() === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(named)) throw ofNoKind(named)
  const { file, bytes } = await checkFile(resolve(cwd, named), named)
  return { engine: 'sqlite', location: named, address: { engine: 'sqlite', file }, bytes }
}

/** Repeats nothing but the scheme: a URL may hold a password. */
function ofNoKind(named: string): StagegateError {
  const empty = named.trim() === ''
  return new StagegateError({
    what: empty ? 'The name of the database is empty.' : 'The URL is of no kind of database that is known.',
    where: empty ? '--database' : `--database ${named.replace(/:\/\/.*$/s, '://…')}`,
    cause: 'A variable that is not set, or a URL meant for another program.',
    next: 'Name a file of SQLite, or a URL: postgresql://user:password@host:5432/database.',
  })
}
