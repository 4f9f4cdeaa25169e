import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import { SERVER_OPTION, type UrlOption } from './url-option.ts'

const DEFAULT_PORT = 5432
const DEFAULT_DATABASE = 'postgres'
/** How a connection without encryption may be asked for, which is the only kind there is here. */
const HARMLESS = /^\?sslmode=(disable|allow|prefer)$/

/**
 * Where a URL points to: `postgresql://user:password@host:port/database`, or `postgres:`. The port is 5432 and the
 * database `postgres` where it names none.
 * @param option how the user names it
 * @throws StagegateError for anything else. It repeats nothing of the URL, in any part of which a password may stand.
 */
export function parseUrl(url: string, option: UrlOption = SERVER_OPTION): PostgresAddress {
  const unusable = (why: string) => unusableUrl(why, option)
  const decoded = (text: string) => decodedPart(text, option)
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined) throw unusable('It is no URL.')
  if (!['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw unusable('It begins with neither postgresql:// nor postgres://.')
  }
  if (parsed.hostname === '') throw unusable('It names no host.')
  if (parsed.username === '') throw unusable('It names no user.')
  // What follows an unencoded / ? or # of a password is taken for something else, and would be shown.
  if (parsed.hash !== '' || parsed.pathname.includes('@')) throw unusable('It has a part too many.')
  if (parsed.search !== '' && !HARMLESS.test(parsed.search)) {
    throw unusable('It has a parameter. Only sslmode is understood, as disable, allow or prefer.')
  }
  const database = decoded(parsed.pathname.replace(/^\//, ''))
  if (database.includes('/')) throw unusable('It has a part too many.')
  if (database === '' && option.namesDatabase) throw unusable('It names no database.')
  return {
    engine: 'postgres',
    host: decoded(parsed.hostname).replace(/^\[(.*)\]$/, '$1'),
    port: parsed.port === '' ? DEFAULT_PORT : Number(parsed.port),
    user: decoded(parsed.username),
    password: decoded(parsed.password),
    database: database === '' ? DEFAULT_DATABASE : database,
  }
}

/** What people are told of where a database is: everything but the password. */
export function shown(address: PostgresAddress): string {
  return urlTo(address, encodeURIComponent(address.user))
}

/** The URL that `parseUrl` makes the same address of. It holds the password. */
export function toUrl(address: PostgresAddress): string {
  const password = address.password === '' ? '' : `:${encodeURIComponent(address.password)}`
  return urlTo(address, `${encodeURIComponent(address.user)}${password}`)
}

function urlTo({ host, port, database }: PostgresAddress, user: string): string {
  const place = host.includes(':') ? `[${host}]` : encodeURIComponent(host)
  return `postgresql://${user}@${place}:${port}/${encodeURIComponent(database)}`
}

function decodedPart(text: string, option: UrlOption): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw unusableUrl('It has a % that begins no encoded character.', option)
  }
}

function unusableUrl(why: string, { subject, where, example }: UrlOption): StagegateError {
  return new StagegateError({
    what: `${subject} cannot be used. ${why}`,
    where,
    cause:
      'A misspelt URL, or a password with a character that has a meaning in URLs and is not percent-encoded.',
    next: `Write it as ${example}.`,
  })
}
