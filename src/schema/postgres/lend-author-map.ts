import type { QueryRunner } from 'typeorm'

const MAP = 'pg_temp.author_map'

/** Makes a temporary table from authors' names and the ids of their members. Gives its name; its user drops it. */
export async function lendAuthorMap(
  runner: QueryRunner,
  linked: ReadonlyMap<string, number | bigint>,
): Promise<string> {
  await runner.query(`CREATE TEMP TABLE author_map (author_name text NOT NULL, user_id bigint NOT NULL)`)
  await runner.query(`INSERT INTO ${MAP} SELECT * FROM unnest($1::text[], $2::bigint[])`, [
    [...linked.keys()],
    [...linked.values()].map(String),
  ])
  await runner.query(`ALTER TABLE ${MAP} ADD PRIMARY KEY (author_name)`)
  await runner.query(`ANALYZE ${MAP}`)
  return MAP
}
