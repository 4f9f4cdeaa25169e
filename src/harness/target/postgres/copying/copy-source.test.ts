import { describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../../address.ts'
import type { OpenTarget } from '../../open-target.ts'
import type { Source } from '../../source.ts'
import { killedProcess } from '../../testing/killed-process.ts'
import { checkSource } from '../check-source.ts'
import { withConnection } from '../connect.ts'
import { toUrl } from '../parse-url.ts'
import { openServer } from '../server.ts'
import {
  needsPostgres,
  ownLabel,
  rowsOf,
  plainTemplate as template,
  testServer,
} from '../testing/needs-postgres.ts'
import { temporaryRole, temporarySource } from '../testing/temporary-source.ts'
import { useServer } from '../use-server.ts'
import { copySource, type PostgresCopyOptions } from './copy-source.ts'

const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** Enough megabytes to be in the middle of, on a machine that is busy, too. */
const MANY_ROWS = `CREATE TABLE many (id integer PRIMARY KEY, text text);
  INSERT INTO many SELECT n, repeat(md5(n::text), 20) FROM generate_series(1, 100000) AS n;`

async function copied(
  source: Source,
  options: Partial<PostgresCopyOptions>,
  work: (copy: OpenTarget, address: PostgresAddress) => Promise<void>,
): Promise<void> {
  await using server = await openServer(testServer())
  await using copy = await copySource(server, source, { template, label: 'copy', ...options })
  if (copy.address.engine !== 'postgres') throw new Error('not on a server')
  await work(copy, copy.address)
}

/** The databases of our own with this in their names. */
async function databases(label: string): Promise<readonly string[]> {
  const sql = 'SELECT datname AS name FROM pg_database WHERE position($1 IN datname) > 0'
  return (await rowsOf(testServer(), sql, [label])).map(({ name }) => name)
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  )
}

describe('copySource, on a server', needsPostgres, () => {
  it('copies objects of every kind, and writes nothing to the source', async () => {
    await using role = await temporaryRole()
    await using source = await temporarySource(
      `CREATE TABLE t (id serial PRIMARY KEY, name text, changed integer DEFAULT 0);
       CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := 7; RETURN NEW; END $$;
       CREATE TRIGGER touch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION touched();
       INSERT INTO t (name) VALUES ('a'), ('É'), (NULL);
       CREATE VIEW names AS SELECT name FROM t WHERE name IS NOT NULL;
       CREATE MATERIALIZED VIEW held AS SELECT count(*) AS rows FROM t;
       CREATE SCHEMA "Apart"; CREATE TABLE "Apart"."the rest" (a integer REFERENCES t (id)); INSERT INTO "Apart"."the rest" VALUES (2);
       CREATE SEQUENCE counter START 5; SELECT nextval('counter');
       COMMENT ON TABLE t IS 'of people'; CREATE EXTENSION pg_trgm;
       GRANT SELECT ON t TO PUBLIC; GRANT SELECT (name), UPDATE (name) ON t TO ${role.user} WITH GRANT OPTION;
       GRANT USAGE ON SCHEMA "Apart" TO ${role.user}; REVOKE EXECUTE ON FUNCTION touched() FROM PUBLIC`,
      "LOCALE 'C.UTF-8'",
    )
    const changes = `SELECT (SELECT string_agg(xmin::text, ' ' ORDER BY id) FROM t) AS rows, sum(n_tup_ins)::int AS i,
      sum(n_tup_upd)::int AS u, sum(n_tup_del)::int AS d, (SELECT last_value::int FROM counter) AS counter
      FROM pg_stat_user_tables`
    const before = await rowsOf(source.address, changes)
    const lost: string[] = []
    const found = await checkSource(source.url, {})
    await copied(found, { onLost: (sentences) => lost.push(...sentences) }, async (_copy, address) => {
      const rows = await rowsOf(address, 'SELECT name FROM names ORDER BY name')
      expect(rows).to.deep.equal([{ name: 'a' }, { name: 'É' }])
      expect(await rowsOf(address, 'SELECT rows::int FROM held')).to.deep.equal([{ rows: 3 }])
      expect(await rowsOf(address, 'SELECT * FROM "Apart"."the rest"')).to.deep.equal([{ a: 2 }])
      const added = await rowsOf(address, `INSERT INTO t (name) VALUES ('b') RETURNING *`)
      expect(added).to.deep.equal([{ id: 4, name: 'b', changed: 7 }])
      expect(await rowsOf(address, `SELECT nextval('counter')::int AS next`)).to.deep.equal([{ next: 6 }])
      const may = await rowsOf(
        address,
        `SELECT has_column_privilege('${role.user}', 't', 'name', 'UPDATE WITH GRANT OPTION') AS name,
          has_table_privilege('${role.user}', 't', 'DELETE') AS more, has_table_privilege('public', 't', 'SELECT') AS every,
          has_schema_privilege('${role.user}', 'Apart', 'USAGE') AS schema,
          has_function_privilege('${role.user}', 'touched()', 'EXECUTE') AS run, obj_description('t'::regclass) AS comment`,
      )
      expect(may).to.deep.equal([
        { name: true, more: false, every: true, schema: true, run: false, comment: 'of people' },
      ])
      const order = await rowsOf(
        address,
        'SELECT datcollate FROM pg_database WHERE datname = current_database()',
      )
      expect(order).to.deep.equal([{ datcollate: 'C' }])
    })
    expect(await rowsOf(source.address, changes)).to.deep.equal(before)
    expect(lost).to.deep.equal(['Order: the copy compares and sorts text byte by byte, and not by C.UTF-8.'])
    const { database } = source.address
    await rowsOf(
      source.address,
      `DROP OWNED BY ${role.user}; ALTER DATABASE ${database} SET work_mem = '5MB'`,
    )
  })

  it('says what of owners, roles and settings is not in the copy', async () => {
    await using role = await temporaryRole()
    await using source = await temporarySource(
      `CREATE TABLE t (a integer); ALTER TABLE t OWNER TO ${role.user};
       ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO ${role.user}`,
    )
    await rowsOf(testServer(), `ALTER DATABASE ${source.address.database} SET work_mem = '5MB'`)
    // Roles are of a server. This one leaves it without a word to the database, which remembers a number.
    const gone = await temporaryRole()
    await rowsOf(source.address, `GRANT SELECT, UPDATE ON t TO ${gone.user}`)
    await rowsOf(source.address, `DELETE FROM pg_shdepend WHERE refobjid = '${gone.user}'::regrole`)
    await gone[Symbol.asyncDispose]()
    const lost: string[] = []
    const found = await checkSource(source.url, {})
    await copied(found, { onLost: (sentences) => lost.push(...sentences) }, async () => {})
    expect(lost.splice(1, 1).join()).to.match(
      /^Privileges: our server has no role unknown \(OID=\d+\), and so the copy has none of its 2 privileges\.$/,
    )
    const { user } = testServer()
    expect(lost).to.deep.equal([
      `Owners: in the copy everything belongs to ${user}, and not to ${role.user}.`,
      'Privileges that new objects would get by default are not in the copy.',
      'Settings of the database are not those of the copy: work_mem.',
    ])
    await rowsOf(source.address, `DROP OWNED BY ${role.user}`)
  })

  it('sees one moment while somebody writes all the time', async () => {
    await using source = await temporarySource(`${MANY_ROWS}
      CREATE TABLE one (amount bigint); CREATE TABLE other (amount bigint); CREATE TABLE log (n integer);
      INSERT INTO one VALUES (1000000); INSERT INTO other VALUES (0)`)
    const found = await checkSource(source.url, {})
    let writing = true
    let written = 0
    const writer = withConnection(source.address, async (client) => {
      while (writing) {
        written += 1
        await client.query(
          `BEGIN; UPDATE one SET amount = amount - 1; UPDATE other SET amount = amount + 1; INSERT INTO log VALUES (${written}); COMMIT`,
        )
      }
    })
    const before = written
    await copied(found, {}, async (_copy, address) => {
      expect(written - before).to.be.greaterThan(50)
      const [sums] = await rowsOf(
        address,
        `SELECT (SELECT amount FROM one) + (SELECT amount FROM other) AS total,
          (SELECT amount FROM other) - (SELECT count(*) FROM log) AS logged, (SELECT count(*) FROM many) AS rows`,
      )
      expect(sums).to.deep.equal({ total: '1000000', logged: '0', rows: '100000' })
    }).finally(() => {
      writing = false
    })
    await writer
  })

  it('leaves nothing when it is broken off, and gives the reason', async () => {
    await using source = await temporarySource(MANY_ROWS)
    const found = await checkSource(source.url, {})
    const label = ownLabel('aborted')
    const controller = new AbortController()
    const reason = new Error('enough')
    const onProgress = () => controller.abort(reason)
    await using server = await openServer(testServer())
    const error = await failure(
      copySource(server, found, { template, label, onProgress, signal: controller.signal }),
    )
    expect(error).to.equal(reason)
    expect(await databases(label)).to.deep.equal([])
    const sessions = `SELECT application_name FROM pg_stat_activity WHERE datname = '${source.address.database}'`
    // Its server ends a session of a tool that has gone when it next writes to it.
    while ((await rowsOf(testServer(), sessions)).length > 0) await setTimeout(20)
  })

  it('is no copy when the dump fails in the middle', async () => {
    await using source = await temporarySource(MANY_ROWS)
    const found = await checkSource(source.url, {})
    const label = ownLabel('failed')
    let ended: Promise<unknown> | undefined
    const onProgress = () => {
      ended ??= rowsOf(
        testServer(),
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'COPY%'`,
        [source.address.database],
      )
    }
    await using server = await openServer(testServer())
    const error = await failure(copySource(server, found, { template, label, onProgress }))
    await ended
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.message).to.contain('was lost in the middle').and.to.contain('pg_dump: error')
    expect(await databases(label)).to.deep.equal([])
  })

  it('is swept when its process was killed in the middle', async () => {
    await using source = await temporarySource(MANY_ROWS)
    const label = ownLabel('killed')
    await killedProcess(`
      import { checkSource } from ${here('../check-source.ts')}
      import { openStore } from ${here('../../open-store.ts')}
      import { plainTemplate as template } from ${here('../testing/needs-postgres.ts')}
      const source = await checkSource('${source.url}', {})
      const store = await openStore('postgres')
      await store.copySource(source, { template, label: '${label}', onProgress: () => console.log('on its way') })`)
    expect(await databases(label)).to.have.length(1)
    // The server takes a moment to see that somebody is gone.
    const deadline = Date.now() + 10_000
    while ((await databases(label)).length > 0 && Date.now() < deadline) {
      const server = await useServer(toUrl(testServer()))
      await server[Symbol.asyncDispose]()
    }
    expect(await databases(label)).to.deep.equal([])
  })

  it('names what our server lacks before anything is copied', async () => {
    // Nothing is missing on a server of the same machine: the source is made to speak of what nobody has.
    await using source = await temporarySource(
      `CREATE TABLE t (a text COLLATE "en-x-icu"); UPDATE pg_collation SET collname = 'xx-x-icu' WHERE collname = 'en-x-icu'`,
    )
    const found = await checkSource(source.url, {})
    const label = ownLabel('unfit')
    await using server = await openServer(testServer())
    const lacking = await failure(copySource(server, found, { template, label }))
    expect(lacking.message).to.contain('collations that our server does not have: xx-x-icu.')
    await rowsOf(
      source.address,
      `UPDATE pg_extension SET extname = 'nobody_has_it' WHERE extname = 'plpgsql'`,
    )
    const error = await failure(copySource(server, found, { template, label }))
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.message).to.contain('extensions that our server does not have: nobody_has_it.')
    expect(await databases(label)).to.deep.equal([])
  })

  it('refuses a database that reaches others, and one that somebody is changing', async () => {
    await using source = await temporarySource(
      'CREATE TABLE t (a integer); CREATE FOREIGN DATA WRAPPER w; CREATE SERVER elsewhere FOREIGN DATA WRAPPER w',
    )
    const found = await checkSource(source.url, {})
    await using server = await openServer(testServer())
    const label = ownLabel('refused')
    const reaching = await failure(copySource(server, found, { template, label }))
    expect(reaching.message).to.contain('reaches others: elsewhere.')
    await withConnection(source.address, async (client) => {
      await client.query('BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE')
      const held = await failure(copySource(server, found, { template, label }))
      expect(held.message).to.contain('being changed right now')
    })
    expect(await databases(label)).to.deep.equal([])
  })
})
