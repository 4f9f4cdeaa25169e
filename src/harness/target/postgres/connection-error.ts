import { type ErrorText, StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import { shown } from './parse-url.ts'

const NOT_THERE: Omit<ErrorText, 'where'> = {
  what: 'There is no PostgreSQL server to be reached.',
  cause: 'It is not running, or listens at another host or port, or a firewall is in between.',
  next: 'Start it, or name another one with --postgres-url or STAGEGATE_POSTGRES_URL.',
}

const REFUSED: Omit<ErrorText, 'where'> = {
  what: 'The PostgreSQL server does not let this user in.',
  cause: 'A wrong password, a user that does not exist, or a rule in pg_hba.conf.',
  next: 'Check the user and the password of --postgres-url or STAGEGATE_POSTGRES_URL.',
}

/** By the code of the system or of the server. */
const TEXTS: Readonly<Record<string, Omit<ErrorText, 'where'>>> = {
  ECONNREFUSED: NOT_THERE,
  ECONNRESET: NOT_THERE,
  EHOSTUNREACH: NOT_THERE,
  ENETUNREACH: NOT_THERE,
  ENOTFOUND: NOT_THERE,
  EAI_AGAIN: NOT_THERE,
  ETIMEDOUT: NOT_THERE,
  '28P01': REFUSED,
  '28000': REFUSED,
  '3D000': {
    what: 'There is no such database on the PostgreSQL server.',
    cause: 'A misspelt name, or a database that has been dropped.',
    next: 'Name one that is there, such as postgres.',
  },
  '53300': {
    what: 'The PostgreSQL server takes no more connections.',
    cause: 'Several runs at once, or max_connections below 50.',
    next: 'Wait for the other runs, take fewer workers with --parallel, or raise max_connections.',
  },
}

/** Why there is no connection, for people: never with the password. */
export function connectionError(address: PostgresAddress, error: unknown): StagegateError {
  const { code = '', message = String(error) } = error as {
    readonly code?: string
    readonly message?: string
  }
  const timedOut = /timeout/i.test(message)
  const text = TEXTS[code] ?? (timedOut ? NOT_THERE : { ...NOT_THERE, what: told(message, address) })
  return new StagegateError({ ...text, where: shown(address) }, { cause: error })
}

function told(message: string, { password }: PostgresAddress): string {
  const hidden = password === '' ? message : message.replaceAll(password, '…')
  return `There is no connection to the PostgreSQL server: ${hidden}.`
}
