import { describe, it } from 'node:test'
import { expect } from 'chai'
import { connect } from '../../target/postgres/connect.ts'
import { toUrl } from '../../target/postgres/parse-url.ts'
import { needsPostgres, rowsOf, testServer } from '../../target/postgres/testing/needs-postgres.ts'
import { temporaryRole } from '../../target/postgres/testing/temporary-source.ts'
import { killedProcess } from '../../target/testing/killed-process.ts'
import { createBackup } from '../create-backup.ts'
import { restoreBackup } from '../restore-backup.ts'
import { type Clan, clan, databasesLike, unusedName } from '../testing/postgres-clan.ts'
import { refusal } from '../testing/refusal.ts'
import { verifyBackup } from '../verify-backup.ts'
import { nameBefore } from './name-before.ts'
import { postgresBackups } from './postgres-backups.ts'

const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
const MEMBERS = 'SELECT count(*)::int AS members FROM clan_members'

async function backedUp(place: Clan): Promise<string> {
  return (await createBackup(place.request())).backup.file
}

describe('restoring a backup of PostgreSQL', needsPostgres, () => {
  it('gives back what was there, with the rights and settings of the database, and keeps what it replaces', async () => {
    await using role = await temporaryRole()
    await using place = await clan()
    const { database } = place.source.address
    await place.rows(`GRANT SELECT ON clan_members TO ${role.user}; ALTER TABLE by_hand OWNER TO ${role.user};
      GRANT pg_read_all_data TO ${role.user} WITH ADMIN OPTION;
      REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT ON DATABASE ${database} TO ${role.user};
      ALTER DATABASE ${database} SET search_path = apart, public; ALTER DATABASE ${database} SET my.option = 'it''s';
      ALTER ROLE ${role.user} IN DATABASE ${database} SET work_mem = '7MB';
      ALTER DATABASE ${database} CONNECTION LIMIT 17; COMMENT ON DATABASE ${database} IS 'of the clan'`)
    const file = await backedUp(place)
    await place.rows(`DELETE FROM clan_members WHERE username > 'member 2'; DROP VIEW officers`)
    const [left] = await place.rows(MEMBERS)
    const { safetyCopy, unchecked } = await restoreBackup({ file, ...place.request() })
    expect(unchecked).to.deep.equal([])
    expect(await place.rows(MEMBERS)).to.deep.equal([{ members: 3000 }])
    const facts = await place.rows(
      `SELECT datconnlimit AS limit, shobj_description(oid, 'pg_database') AS comment, datcollate AS collate,
        has_database_privilege('${role.user}', oid, 'CONNECT') AS theirs, has_database_privilege('public', oid, 'CONNECT') AS all,
        has_table_privilege('${role.user}', 'clan_members', 'SELECT') AS may,
        (SELECT relowner::regrole::text FROM pg_class WHERE relname = 'by_hand') AS owner,
        current_setting('search_path') AS path, current_setting('my.option') AS option,
        (SELECT array_agg(setconfig::text) FROM pg_db_role_setting WHERE setdatabase = d.oid AND setrole <> 0) AS of_role
        FROM pg_database AS d WHERE datname = current_database()`,
    )
    expect(facts).to.deep.equal([
      {
        ...{ limit: 17, comment: 'of the clan', collate: 'C.UTF-8', theirs: true, all: false, may: true },
        ...{ owner: role.user, path: 'apart, public', option: "it's", of_role: ['{work_mem=7MB}'] },
      },
    ])
    expect(await databasesLike(database)).to.deep.equal([database])
    // The safety copy is a backup like any other one.
    expect(safetyCopy?.file).to.match(/clan_data_before_restore_\d{8}_\d{6}\.dump$/)
    expect((await verifyBackup(safetyCopy?.file ?? '', place.request())).unchecked).to.deep.equal([])
    await restoreBackup({ file: safetyCopy?.file ?? '', ...place.request() })
    expect(await place.rows(MEMBERS)).to.deep.equal([left])
    await place.rows(`DROP OWNED BY ${role.user}`)
  })

  it('makes a database that is not there', async () => {
    await using place = await clan()
    await rowsOf(testServer(), `ALTER DATABASE ${place.source.address.database} SET work_mem = '5MB'`)
    const file = await backedUp(place)
    const address = { ...testServer(), database: unusedName() }
    try {
      const { safetyCopy, unchecked } = await restoreBackup({
        file,
        ...place.request({ url: toUrl(address) }),
      })
      expect(safetyCopy).to.equal(null)
      expect(unchecked).to.deep.equal([
        'settings that the database had for all its sessions, which no dump holds: work_mem',
      ])
      expect(await rowsOf(address, MEMBERS)).to.deep.equal([{ members: 3000 }])
    } finally {
      await rowsOf(testServer(), `DROP DATABASE IF EXISTS ${address.database}`)
    }
  })

  it('refuses while somebody has the database open, also in the last moment', async () => {
    await using place = await clan()
    const file = await backedUp(place)
    await place.rows('DELETE FROM clan_members')
    const { database } = place.source.address
    const client = await connect(place.source.address)
    const refused = await refusal(restoreBackup({ file, ...place.request() }))
    expect(refused).to.contain(`Somebody has the database open: stagegate (user ${testServer().user}).`)
    await client.end()
    const backup = { file, record: (await verifyBackup(file, place.request({ server: null }))).backup.record }
    let late = client
    const replacing = postgresBackups.replace(place.request().database, {
      ...{ backup, server: null, safetyNeeds: [] },
      async keepSafe() {
        late = await connect(place.source.address)
        return backup
      },
    })
    expect(await refusal(replacing)).to.contain('Somebody has the database open: stagegate')
    await late.end()
    expect(await place.rows(MEMBERS)).to.deep.equal([{ members: 0 }])
    expect(await databasesLike(database)).to.deep.equal([database])
  })

  it('keeps what was replaced where the safety copy is older', async () => {
    await using place = await clan()
    const file = await backedUp(place)
    const { backup } = await verifyBackup(file, place.request({ server: null }))
    const { safetyCopy, unchecked } = await postgresBackups.replace(place.request().database, {
      ...{ backup, server: null, safetyNeeds: [] },
      async keepSafe() {
        await place.rows(`INSERT INTO clan_members (username) VALUES ('late')`)
        return backup
      },
    })
    expect(safetyCopy).to.equal(backup)
    const [, kept = ''] = await databasesLike(place.source.address.database)
    expect(kept).to.match(/_before_restore_\d{8}_\d{6}$/)
    expect(unchecked.join()).to.contain(kept).and.to.contain('holds 3,001 rows of clan_members')
    const late = await rowsOf(
      { ...testServer(), database: kept },
      `SELECT FROM clan_members WHERE username = 'late'`,
    )
    expect(late).to.have.length(1)
    await rowsOf(testServer(), `DROP DATABASE ${kept}`)
  })

  it('refuses a foreign backup, and one whose roles are not there', async () => {
    await using role = await temporaryRole()
    await using place = await clan()
    await place.rows(`ALTER TABLE by_hand OWNER TO ${role.user}`)
    const file = await backedUp(place)
    await place.rows(`REASSIGN OWNED BY ${role.user} TO ${testServer().user}; DROP OWNED BY ${role.user}`)
    await role[Symbol.asyncDispose]()
    const rolelss = await refusal(restoreBackup({ file, ...place.request() }))
    expect(rolelss).to.contain(`cannot belong to whom it belonged: its server has no role ${role.user}.`)
    const { unchecked } = await verifyBackup(file, place.request())
    expect(unchecked).to.deep.equal([
      `who owns what, and who may do what with it: its server has no role ${role.user}`,
    ])
    await using other = await clan()
    await other.rows(
      'DROP SCHEMA public CASCADE; DROP SCHEMA apart CASCADE; CREATE SCHEMA public; CREATE TABLE other (a integer)',
    )
    const foreign = await refusal(restoreBackup({ file, ...place.request({ url: other.source.url }) }))
    expect(foreign).to.contain('The backup is of another database')
  })

  it('leaves the old or the new state whole when it is killed, and nothing else after the next one', async () => {
    await using place = await clan()
    const file = await backedUp(place)
    await place.rows(`DELETE FROM clan_members WHERE username > 'member 2'`)
    const [old] = await place.rows(MEMBERS)
    for (const [at, times] of [
      ['bytes of the dump restored', 1],
      ['tables read', 2],
      ['bytes of the dump, at most', 1],
      ['tables read', 15],
    ] as const) {
      await killedProcess(`
        import { restoreBackup } from ${here('../restore-backup.ts')}
        import { namedDatabase } from ${here('../named-database.ts')}
        let seen = 0
        await restoreBackup({
          file: '${file}', database: namedDatabase('${place.source.url}', '/'), at: new Date(), server: null,
          onProgress({ what }) { if (what.startsWith('${at}')) { seen += 1; if (seen === ${times}) process.stdout.write('there') } } })
        console.log('done')`)
      expect([old, { members: 3000 }]).to.deep.include((await place.rows(MEMBERS))[0])
    }
    await restoreBackup({ file, ...place.request() })
    expect(await place.rows(MEMBERS)).to.deep.equal([{ members: 3000 }])
    const { database } = place.source.address
    expect(await databasesLike(database)).to.deep.equal([database])
    expect(await databasesLike(database.replace('_', '-'))).to.deep.equal([])
  })
})

describe('nameBefore', () => {
  it('says when, and is no longer than a name may be', () => {
    const at = new Date('2025-12-22T18:00:00.500Z')
    expect(nameBefore('clan', at)).to.equal('clan_before_restore_20251222_180000')
    const long = nameBefore('é'.repeat(31), at)
    expect(Buffer.byteLength(long)).to.be.within(60, 63)
    expect(long).to.match(/^é+_before_restore_20251222_180000$/)
  })
})
