import type pg from 'pg'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { BackupRecord } from '../backup.ts'

/** What a database is made with, and what a dump does not hold. */
export interface DatabaseSettings {
  readonly encoding: string
  /** `c`: the system's · `i`: ICU's. */
  readonly provider: string
  readonly collate: string
  readonly ctype: string
  readonly icuLocale: string | null
  readonly owner: string
  /** The roles that own something of it, sorted. */
  readonly owners: readonly string[]
  /** These, and those that may do something or have a policy. */
  readonly roles: readonly string[]
  /** Names of settings that every session on it begins with. Their values may be secrets. */
  readonly configured: readonly string[]
}

/** What the engine has made itself has smaller numbers. */
const OWNS = `(r.oid = d.datdba OR r.oid IN (SELECT c.relowner FROM pg_class AS c WHERE c.oid >= 16384)
      OR r.oid IN (SELECT p.proowner FROM pg_proc AS p WHERE p.oid >= 16384)
      OR r.oid IN (SELECT n.nspowner FROM pg_namespace AS n WHERE n.oid >= 16384))`

/** The name of a column has changed with version 17, and what is in it has not. */
const SETTINGS = `SELECT pg_encoding_to_char(d.encoding) AS encoding, d.datlocprovider::text AS provider,
    d.datcollate AS collate, d.datctype AS ctype,
    coalesce(to_jsonb(d) ->> 'daticulocale', to_jsonb(d) ->> 'datlocale') AS "icuLocale",
    pg_get_userbyid(d.datdba)::text AS owner,
    ARRAY(SELECT r.rolname::text FROM pg_roles AS r WHERE ${OWNS} ORDER BY 1) AS owners,
    ARRAY(SELECT r.rolname::text FROM pg_roles AS r WHERE ${OWNS} OR r.oid >= 16384 AND r.oid IN (
      SELECT s.refobjid FROM pg_shdepend AS s WHERE s.dbid = d.oid AND s.refclassid = 'pg_authid'::regclass
    ) ORDER BY 1) AS roles,
    ARRAY(SELECT split_part(one, '=', 1) FROM pg_db_role_setting AS s CROSS JOIN LATERAL unnest(s.setconfig) AS one
      WHERE s.setdatabase = d.oid AND s.setrole = 0 ORDER BY 1) AS configured
  FROM pg_database AS d WHERE d.datname = current_database()`

/** Of the database that a session is on. */
export async function readSettings(client: pg.ClientBase): Promise<DatabaseSettings> {
  const { rows } = await client.query<DatabaseSettings>(SETTINGS)
  const [found] = rows
  if (found === undefined) throw new Error('a database does not know itself')
  return found
}

/** As a record keeps them: all of them texts. */
export function asTexts({
  icuLocale,
  owners,
  roles,
  configured,
  ...settings
}: DatabaseSettings): Record<string, string> {
  return {
    ...settings,
    ...(icuLocale === null ? {} : { icuLocale }),
    owners: JSON.stringify(owners),
    roles: JSON.stringify(roles),
    configured: JSON.stringify(configured),
  }
}

export function fromTexts({ settings }: Pick<BackupRecord, 'settings'>): DatabaseSettings {
  const { encoding = 'UTF8', provider = 'c', collate = 'C', ctype = 'C', icuLocale = null } = settings
  const { owner = '', owners = '[]', roles = '[]', configured = '[]' } = settings
  return {
    ...{ encoding, provider, collate, ctype, icuLocale, owner },
    ...{ owners: JSON.parse(owners), roles: JSON.parse(roles), configured: JSON.parse(configured) },
  }
}

/** The statement that makes an empty database of the same kind. @param owner undefined for the session's own user */
export function creation(name: string, settings: DatabaseSettings, owner: string | undefined): string {
  const { encoding, provider, collate, ctype, icuLocale } = settings
  const icu =
    provider === 'i' && icuLocale !== null ? ` LOCALE_PROVIDER icu ICU_LOCALE ${literal(icuLocale)}` : ''
  return `CREATE DATABASE ${quoteIdentifier(name)} TEMPLATE template0${
    owner === undefined ? '' : ` OWNER ${quoteIdentifier(owner)}`
  } ENCODING ${literal(encoding)} LC_COLLATE ${literal(collate)} LC_CTYPE ${literal(ctype)}${
    icu === '' ? ' LOCALE_PROVIDER libc' : icu
  }`
}

function literal(text: string): string {
  if (text.includes('\\') || text.includes('\0'))
    throw new Error(`no name of an encoding or a locale: ${text}`)
  return `'${text.replaceAll("'", "''")}'`
}
