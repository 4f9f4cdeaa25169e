import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { toUrl } from '../../target/postgres/parse-url.ts'
import { rowsOf, testServer } from '../../target/postgres/testing/needs-postgres.ts'
import { type TemporarySource, temporarySource } from '../../target/postgres/testing/temporary-source.ts'
import { temporaryFolder } from '../../target/testing/temporary-folder.ts'
import { namedDatabase } from '../named-database.ts'

/** Everything that makes rows hard to compare and objects hard to keep. */
const CLAN = `
  CREATE TABLE clan_members (username varchar PRIMARY KEY, role text, hours float8, raw bytea);
  INSERT INTO clan_members SELECT 'member ' || n, NULLIF('role ' || n % 3, 'role 0'), n * 0.1, sha256(n::text::bytea)
    FROM generate_series(1, 3000) AS n;
  CREATE TABLE by_hand (note text); INSERT INTO by_hand VALUES ('same'), ('same'), (NULL);
  CREATE TABLE migrations (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL);
  INSERT INTO migrations ("timestamp", name) VALUES (1766365200000, 'DedupSnapshots1766365200000');
  CREATE VIEW officers AS SELECT username FROM clan_members WHERE role = 'role 1';
  CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
  CREATE TRIGGER touch BEFORE UPDATE ON clan_members FOR EACH ROW EXECUTE FUNCTION touched();
  CREATE SCHEMA apart; CREATE TABLE apart.t (a integer); INSERT INTO apart.t VALUES (1), (1), (2);
  CREATE INDEX members_by_role ON clan_members (lower(role)) WHERE role IS NOT NULL;
`

export interface Clan extends AsyncDisposable {
  readonly source: TemporarySource
  readonly folder: string
  rows(sql: string): Promise<readonly Record<string, unknown>[]>
  request(changes?: { readonly server?: string | null; readonly url?: string }): {
    readonly database: ReturnType<typeof namedDatabase>
    readonly folder: string
    readonly label: string
    readonly at: Date
    readonly server: string | null
  }
}

/** A small database that somebody else has made, and a folder for its backups. */
export async function clan(options = "LOCALE 'C.UTF-8'"): Promise<Clan> {
  const folder = await temporaryFolder()
  const source = await temporarySource(CLAN, options)
  return {
    source,
    folder: folder.path,
    rows: (sql) => rowsOf(source.address, sql),
    request: ({ server = toUrl(testServer()), url = source.url } = {}) => ({
      database: namedDatabase(url, folder.path),
      folder: join(folder.path, 'backups'),
      ...{ label: 'clan_data', at: new Date(), server },
    }),
    async [Symbol.asyncDispose]() {
      await source[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

/** The databases of the server with this in their names. */
export async function databasesLike(part: string): Promise<readonly string[]> {
  const sql = 'SELECT datname AS name FROM pg_database WHERE position($1 IN datname) > 0 ORDER BY 1'
  return (await rowsOf(testServer(), sql, [part])).map(({ name }) => name)
}

/** The databases that one process has beside others, by the owner in their names. */
export function unusedName(): string {
  return `rehearsed_${randomBytes(6).toString('hex')}`
}
