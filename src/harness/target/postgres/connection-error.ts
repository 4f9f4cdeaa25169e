import { type ErrorText, StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import { shown } from './parse-url.ts'
import { SERVER_OPTION, type UrlOption } from './url-option.ts'

/** `{option}` stands for the ways in which the user can name it. */
const NOT_THERE: Omit<ErrorText, 'where'> = {
  what: 'There is no PostgreSQL server to be reached.',
  cause: 'It is not running, or listens at another host or port, or a firewall is in between.',
  next: 'Start it, or name another one with {option}.',
}

const UNKNOWN_HOST: Omit<ErrorText, 'where'> = {
  what: 'There is no PostgreSQL server to be reached: nobody knows its host.',
  cause: 'A misspelt name, or one that only another network knows.',
  next: 'Check the host of {option}.',
}

const REFUSED: Omit<ErrorText, 'where'> = {
  what: 'The PostgreSQL server does not let this user in.',
  cause: 'A wrong password, a user that does not exist, or a rule in pg_hba.conf.',
  next: 'Check the user and the password of {option}.',
}

/** By the code of the system or of the server. */
const TEXTS: Readonly<Record<string, Omit<ErrorText, 'where'>>> = {
  ECONNREFUSED: NOT_THERE,
  ECONNRESET: NOT_THERE,
  EHOSTUNREACH: NOT_THERE,
  ENETUNREACH: NOT_THERE,
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  ETIMEDOUT: NOT_THERE,
  '28P01': REFUSED,
  '28000': REFUSED,
  '3D000': {
    what: 'There is no such database on the PostgreSQL server.',
    cause: 'A misspelt name, or a database that has been dropped.',
    next: 'Name one that is there with {option}.',
  },
  '42501': {
    what: 'The user may not connect to this database.',
    cause: 'CONNECT was revoked, or belongs to other roles.',
    next: 'Have an administrator GRANT CONNECT ON DATABASE to the user, or name another one with {option}.',
  },
  '53300': {
    what: 'The PostgreSQL server takes no more connections.',
    cause: 'Several runs at once, or max_connections below 50.',
    next: 'Wait for the other runs, take fewer workers with --parallel, or raise max_connections.',
  },
}

/** Why there is no connection, for people: never with the password. */
export function connectionError(
  address: PostgresAddress,
  error: unknown,
  option: UrlOption = SERVER_OPTION,
): StagegateError {
  const { code = '', message = String(error) } = error as {
    readonly code?: string
    readonly message?: string
  }
  const text = TEXTS[code] ?? textFor(message) ?? { ...NOT_THERE, what: told(message, address) }
  const next = text.next?.replace('{option}', option.where)
  return new StagegateError(
    { ...text, where: shown(address), ...(next === undefined ? {} : { next }) },
    { cause: error },
  )
}

/** What the driver says on its own account has no code. */
function textFor(message: string): Omit<ErrorText, 'where'> | undefined {
  if (/timeout/i.test(message)) return NOT_THERE
  return /client password must be/i.test(message) ? REFUSED : undefined
}

function told(message: string, { password }: PostgresAddress): string {
  const hidden = password === '' ? message : message.replaceAll(password, '…')
  return `There is no connection to the PostgreSQL server: ${hidden}.`
}
