import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { withConnection } from '../../target/postgres/connect.ts'
import { toUrl } from '../../target/postgres/parse-url.ts'
import { needsPostgres, testServer } from '../../target/postgres/testing/needs-postgres.ts'
import { temporaryRole } from '../../target/postgres/testing/temporary-source.ts'
import { createBackup } from '../create-backup.ts'
import { databaseSize } from '../database-size.ts'
import { listBackups } from '../list-backups.ts'
import { clan, databasesLike, unusedName } from '../testing/postgres-clan.ts'
import { refusal } from '../testing/refusal.ts'
import { verifyBackup } from '../verify-backup.ts'
import { checkDump } from './check-dump.ts'

describe('backups of PostgreSQL', needsPostgres, () => {
  it('are dumps with their records, verified by restoring them', async () => {
    await using here = await clan()
    const { backup, unchecked } = await createBackup(here.request())
    expect(unchecked).to.deep.equal([])
    expect(backup.file).to.match(/clan_data_\d{8}_\d{6}\.dump$/)
    const { record } = backup
    expect(record).to.deep.include({ engine: 'postgres', migration: 'DedupSnapshots' })
    expect(record.database).not.to.contain(testServer().password)
    expect(record.tables.map(({ name, rows }) => [name, rows])).to.deep.equal([
      ...[
        ['by_hand', 3],
        ['clan_members', 3000],
        ['migrations', 1],
        ['apart.t', 3],
      ],
    ])
    for (const { fingerprint } of record.tables) expect(fingerprint).to.match(/^[0-9a-f]{64}$/)
    expect(record.settings).to.deep.include({ encoding: 'UTF8', collate: 'C.UTF-8', dumpedBy: '15' })
    expect((await stat(backup.file)).mode & 0o777).to.equal(0o600)
    expect((await verifyBackup(backup.file, here.request())).unchecked).to.deep.equal([])
    const { file, folder } = { ...backup, ...here.request() }
    expect(
      (await listBackups({ folder, server: null, quick: true })).map((listed) => listed.file),
    ).to.deep.equal([file])
  })

  it('are verified as far as that goes without a server', async () => {
    await using here = await clan()
    const { backup } = await createBackup(here.request({ server: null }))
    const { unchecked } = await verifyBackup(backup.file, here.request({ server: null }))
    expect(unchecked).to.deep.equal(['objects and rows: no server to restore the dump on'])
    // Whatever its checksum: the tool reads it to its end.
    await truncate(backup.file, backup.record.bytes - 2000)
    const text = await refusal(checkDump(backup.file, backup.record, { server: null }))
    expect(text).to.contain('The backup is damaged: pg_restore cannot read it')
    const restored = await refusal(checkDump(backup.file, backup.record, here.request()))
    expect(restored).to.contain('The backup is damaged: pg_restore cannot read it')
  })

  it('are damaged when a row is not what the record says, or an object', async () => {
    await using here = await clan()
    const { backup } = await createBackup(here.request())
    const { record, file } = backup
    const [first, second, ...others] = record.tables
    if (!first || !second) throw new Error('there are tables')
    const wrong = [first, { ...second, fingerprint: '0'.repeat(64) }, ...others]
    const values = await refusal(checkDump(file, { ...record, tables: wrong }, here.request()))
    expect(values).to.contain('it holds other values in clan_members')
    const objects = await refusal(checkDump(file, { ...record, catalog: '0'.repeat(64) }, here.request()))
    expect(objects).to.contain('it has other columns, indexes, keys, views or triggers')
    await writeFile(file, (await readFile(file)).fill(0, 3000, 3010))
    expect(await refusal(verifyBackup(file, here.request()))).to.contain('checksum')
  })

  it('hold one moment while somebody writes all the time', async () => {
    await using here = await clan()
    await here.rows('CREATE TABLE one (amount bigint); CREATE TABLE other (amount bigint)')
    await here.rows('INSERT INTO one VALUES (1000); INSERT INTO other VALUES (0)')
    let writing = true
    let written = 0
    const writer = withConnection(here.source.address, async (client) => {
      for (; writing; written += 1) {
        await client.query(
          'BEGIN; UPDATE one SET amount = amount - 1; UPDATE other SET amount = amount + 1; COMMIT',
        )
      }
    })
    const { unchecked } = await createBackup(here.request()).finally(() => {
      writing = false
    })
    await writer
    expect(written).to.be.greaterThan(50)
    expect(unchecked).to.deep.equal([])
  })

  it('say what cannot be verified by a user who may make no database', async () => {
    await using role = await temporaryRole()
    await using here = await clan()
    await here.rows(`GRANT pg_read_all_data TO ${role.user}`)
    const { user, password } = role
    const url = toUrl({ ...here.source.address, user, password })
    const { unchecked } = await createBackup(here.request({ url, server: null }))
    expect(unchecked).to.deep.equal([
      `what would come out of it again: The user ${user} may not create databases`,
    ])
    const elsewhere = await createBackup(here.request({ url }))
    expect(elsewhere.unchecked).to.deep.equal([])
  })

  it('need every table to be readable, and leave nothing when they are broken off', async () => {
    await using role = await temporaryRole()
    await using here = await clan()
    const { user, password } = role
    const url = toUrl({ ...here.source.address, user, password })
    expect(await refusal(createBackup(here.request({ url })))).to.contain('may not read')
    const reason = new Error('enough')
    for (const at of ['tables read', 'bytes of the dump, at most', 'bytes of the dump restored']) {
      const controller = new AbortController()
      const onProgress = ({ what }: { readonly what: string }) => {
        if (what.startsWith(at)) controller.abort(reason)
      }
      const request = { ...here.request(), onProgress, signal: controller.signal }
      const error = await createBackup(request).catch((caught: unknown) => caught)
      expect(error).to.equal(reason)
      const { database } = here.source.address
      expect(await databasesLike(database.replace('_', '-'))).to.deep.equal([])
      expect(await listBackups({ folder: request.folder, server: null, quick: true })).to.deep.equal([])
    }
  })

  it('need a database', async () => {
    await using here = await clan()
    const url = toUrl({ ...testServer(), database: unusedName() })
    expect(await refusal(createBackup(here.request({ url })))).to.contain('There is no such database.')
    const { bytes, tables } = await databaseSize(here.request().database)
    expect(bytes).to.be.greaterThan(7_000_000)
    expect(tables.map(({ name }) => name)).to.include.members(['apart.t', 'clan_members'])
  })
})
