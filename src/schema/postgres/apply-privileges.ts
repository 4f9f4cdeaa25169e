import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { type Grant, type Privileges, readGrants } from './read-carried.ts'

/** Gives a new table the owner of the old one and exactly its privileges, whatever new tables get by default. */
export async function applyPrivileges(
  runner: QueryRunner,
  table: string,
  { owner, grants, granted }: Privileges,
): Promise<void> {
  const [now]: { owner: string; columns: string[]; sequences: string[] }[] = await runner.query(NOW, [
    quoteName(table),
  ])
  if (now === undefined) return
  if (now.owner !== owner) await runner.query(`ALTER TABLE ${quoteName(table)} OWNER TO ${quoteName(owner)}`)
  const wanted = grants.filter(({ column }) => column === null || now.columns.includes(column))
  const given = await readGrants(runner, table)
  // Naming the privileges makes them those of this table, as they were in the old one, even where they are the usual ones.
  if (granted) await runner.query(`GRANT ALL ON ${quoteName(table)} TO ${quoteName(owner)}`)
  const current = granted ? await readGrants(runner, table) : given
  for (const grant of missing(current, wanted)) {
    await runner.query(`REVOKE ${privilegeOf(grant)} ON ${quoteName(table)} FROM ${grant.grantee}`)
  }
  for (const grant of missing(wanted, current)) {
    const option = grant.grantable ? ' WITH GRANT OPTION' : ''
    await runner.query(`GRANT ${privilegeOf(grant)} ON ${quoteName(table)} TO ${grant.grantee}${option}`)
  }
  // Whoever may insert rows has to be able to number them.
  const inserting = wanted.filter(({ privilege }) => privilege === 'INSERT').map(({ grantee }) => grantee)
  for (const sequence of now.sequences) {
    for (const grantee of new Set(
      inserting.filter((name) => name !== now.owner && name !== quoteName(owner)),
    )) {
      await runner.query(`GRANT USAGE ON SEQUENCE ${quoteName(sequence)} TO ${grantee}`)
    }
  }
}

function privilegeOf({ privilege, column }: Grant): string {
  return column === null ? privilege : `${privilege} (${quoteName(column)})`
}

/** Those of the first that the second lacks. */
function missing(some: readonly Grant[], others: readonly Grant[]): readonly Grant[] {
  const key = (grant: Grant) =>
    JSON.stringify([grant.column, grant.grantee, grant.privilege, grant.grantable])
  const known = new Set(others.map(key))
  return some.filter((grant) => !known.has(key(grant)))
}

const NOW = `
  SELECT pg_get_userbyid(c.relowner) AS owner,
    ARRAY(SELECT a.attname::text FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    ARRAY(SELECT s.relname::text FROM pg_depend AS d JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
          WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid
            AND d.deptype = 'a') AS sequences
  FROM pg_class AS c WHERE c.oid = to_regclass($1)`
