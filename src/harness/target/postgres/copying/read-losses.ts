import type pg from 'pg'
import { formatCount } from '../../../vocabulary/format.ts'

interface Facts {
  readonly encoding: string
  readonly collation: string
  readonly owners: readonly string[]
  readonly defaults: string
  readonly types: string
  readonly subscriptions: readonly string[]
  readonly tablespaces: readonly string[]
  readonly settings: readonly string[]
}

const FACTS = `SELECT pg_encoding_to_char(d.encoding) AS encoding,
    CASE d.datlocprovider WHEN 'c' THEN d.datcollate ELSE 'a locale of another provider' END AS collation,
    ARRAY(SELECT DISTINCT pg_get_userbyid(c.relowner)::text FROM pg_class AS c
      WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S') ORDER BY 1) AS owners,
    (SELECT count(*) FROM pg_default_acl) AS defaults,
    (SELECT count(*) FROM pg_type WHERE typacl IS NOT NULL AND oid >= 16384) AS types,
    ARRAY(SELECT subname::text FROM pg_subscription WHERE subdbid = d.oid ORDER BY 1) AS subscriptions,
    ARRAY(SELECT DISTINCT t.spcname::text FROM pg_class AS c JOIN pg_tablespace AS t ON t.oid = c.reltablespace
      WHERE c.oid >= 16384 AND t.spcname <> 'pg_global' ORDER BY 1) AS tablespaces,
    ARRAY(SELECT split_part(one, '=', 1) FROM pg_db_role_setting AS s CROSS JOIN LATERAL unnest(s.setconfig) AS one
      WHERE s.setdatabase = d.oid ORDER BY 1) AS settings
  FROM pg_database AS d WHERE d.datname = current_database()`

/**
 * What a copy does not have of a database, one sentence each, for people.
 * @param owner who everything in the copy belongs to
 * @param missing how many privileges were left away, by the role that our server does not have
 */
export async function readLosses(
  client: pg.ClientBase,
  owner: string,
  missing: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const [facts] = (await client.query<Facts>(FACTS)).rows
  if (facts === undefined) return []
  const others = facts.owners.filter((name) => name !== owner)
  const said: readonly (string | false)[] = [
    others.length > 0 &&
      `Owners: in the copy everything belongs to ${owner}, and not to ${others.join(', ')}.`,
    ...[...missing].map(
      ([role, count]) =>
        `Privileges: our server has no role ${role}, and so the copy has none of its ${formatCount(count)} privileges.`,
    ),
    facts.defaults !== '0' && 'Privileges that new objects would get by default are not in the copy.',
    facts.types !== '0' && 'Privileges on types are not in the copy.',
    facts.encoding !== 'UTF8' && `Encoding: the copy is in UTF8, and not in ${facts.encoding}.`,
    facts.collation !== 'C' &&
      `Order: the copy compares and sorts text byte by byte, and not by ${facts.collation}.`,
    facts.subscriptions.length > 0 &&
      `Subscriptions are not in the copy, which must not be fed: ${facts.subscriptions.join(', ')}.`,
    facts.tablespaces.length > 0 &&
      `Tablespaces: the copy lies in one, and not in ${facts.tablespaces.join(', ')}.`,
    facts.settings.length > 0 &&
      `Settings of the database are not those of the copy: ${facts.settings.join(', ')}.`,
  ]
  return said.filter((sentence) => sentence !== false)
}
