import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { ClanMember } from './entities/clan-member.ts'
import { CLAN_ROWS } from './testing/clan-rows.ts'
import { migrateUpTo, openSchema } from './testing/open-schema.ts'
import { type OtherConnection, writeByOtherConnection } from './testing/other-connection.ts'
import { type DatabaseState, readState } from './testing/read-state.ts'

/** How the harvest of before writes a member: the whole row is another one afterwards. */
const LEGACY = `INSERT OR REPLACE INTO clan_members (username, role, joined_at, last_updated)
  VALUES ('Bob', 'admin', '2024-01-01 00:00:00.000000+00:00', '2025-12-23 15:00:00.000000+00:00')`

const THERE = 'a member of this name or id is there already, and keeps the id'
const TAKEN = 'a member keeps the id, and takes no name that another member has'

const REFUSED: readonly (readonly [what: string, sql: string, message: string])[] = [
  ['the legacy REPLACE', LEGACY, THERE],
  ['REPLACE with the id the member has', `REPLACE INTO clan_members (id, username) VALUES (2, 'Bob')`, THERE],
  ['REPLACE with another id', `REPLACE INTO clan_members (id, username) VALUES (99, 'Bob')`, THERE],
  [
    'REPLACE of another member by the id',
    `REPLACE INTO clan_members (id, username) VALUES (2, 'Zoë')`,
    THERE,
  ],
  [
    'REPLACE by the row id',
    `INSERT OR REPLACE INTO clan_members (rowid, username) VALUES ('2', 'Zoë')`,
    THERE,
  ],
  [
    'REPLACE of two, of whom one is new',
    `INSERT OR REPLACE INTO clan_members (username) VALUES ('Zoë'), ('Bob')`,
    THERE,
  ],
  [
    'REPLACE of one name twice',
    `INSERT OR REPLACE INTO clan_members (username) VALUES ('Zoë'), ('Zoë')`,
    THERE,
  ],
  ['REPLACE of everybody', 'INSERT OR REPLACE INTO clan_members SELECT * FROM clan_members', THERE],
  [
    'REPLACE that fires triggers on deleting',
    `PRAGMA recursive_triggers = ON; CREATE TEMP TRIGGER t BEFORE DELETE ON clan_members BEGIN SELECT 1; END; ${LEGACY}`,
    THERE,
  ],
  ['a plain INSERT', `INSERT INTO clan_members (username) VALUES ('Bob')`, THERE],
  ['INSERT OR IGNORE', `INSERT OR IGNORE INTO clan_members (username, role) VALUES ('Bob', 'admin')`, THERE],
  [
    'an upsert',
    `INSERT INTO clan_members (username, role) VALUES ('Bob', 'admin')
     ON CONFLICT (username) DO UPDATE SET role = excluded.role`,
    THERE,
  ],
  [
    'an upsert that does nothing',
    `INSERT INTO clan_members (username) VALUES ('Bob') ON CONFLICT DO NOTHING`,
    THERE,
  ],
  ['UPDATE OR REPLACE of a name', `UPDATE OR REPLACE clan_members SET username = 'Bob' WHERE id = 5`, TAKEN],
  ['UPDATE OR REPLACE of several', `UPDATE OR REPLACE clan_members SET username = 'Zoë'`, TAKEN],
  ['UPDATE OR REPLACE of an id', 'UPDATE OR REPLACE clan_members SET id = 2 WHERE id = 5', TAKEN],
  ['UPDATE OR REPLACE of a row id', 'UPDATE OR REPLACE clan_members SET _rowid_ = 2 WHERE id = 5', TAKEN],
  ['UPDATE OR IGNORE of a name', `UPDATE OR IGNORE clan_members SET username = 'Bob' WHERE id = 5`, TAKEN],
  ['an UPDATE to an id that is free', 'UPDATE clan_members SET id = 99 WHERE id = 2', TAKEN],
  ['an UPDATE to a row id that is free', 'UPDATE clan_members SET rowid = 99 WHERE id = 2', TAKEN],
]

const DONE: readonly (readonly [what: string, sql: string, row: string])[] = [
  [
    'an INSERT of a new name',
    `INSERT INTO clan_members (username, role) VALUES ('Zoë', 'member')`,
    '{"row id":9,"id":9,"username":"Zoë","role":"member","joined_at":null,"last_updated":null}',
  ],
  [
    'a REPLACE of a new name, as an INSERT',
    LEGACY.replace(`'Bob'`, `'BOB'`),
    '{"row id":9,"id":9,"username":"BOB","role":"admin","joined_at":"2024-01-01 00:00:00.000000+00:00","last_updated":"2025-12-23 15:00:00.000000+00:00"}',
  ],
  [
    'an INSERT of a new name with a new id',
    `INSERT OR REPLACE INTO clan_members (id, username) VALUES (99, 'Zoë')`,
    '{"row id":99,"id":99,"username":"Zoë","role":null,"joined_at":null,"last_updated":null}',
  ],
  [
    'an UPDATE of the role',
    `UPDATE clan_members SET role = 'admin', last_updated = NULL WHERE username = 'Bob'`,
    '{"row id":2,"id":2,"username":"Bob","role":"admin","joined_at":"2024-01-01 00:00:00.000000+00:00","last_updated":null}',
  ],
  [
    'an UPDATE of every column to what it is',
    `UPDATE clan_members SET id = id, username = username, role = 'x' WHERE id = 8`,
    '{"row id":8,"id":8,"username":"Straße","role":"x","joined_at":null,"last_updated":null}',
  ],
  [
    'an UPDATE to a name that is free',
    `UPDATE clan_members SET username = 'BOB' WHERE username = 'Bob'`,
    '{"row id":2,"id":2,"username":"BOB","role":"owner","joined_at":"2024-01-01 00:00:00.000000+00:00","last_updated":"2025-12-22 15:00:00.000000+00:00"}',
  ],
]

let directory: string
let file: string

async function withSchema<T>(work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = await openSchema(file)
  try {
    return await work(dataSource)
  } finally {
    await dataSource.destroy()
  }
}

/** All that is there but the members, and what refers to nobody. */
function besidesMembers({ catalog, rows }: DatabaseState): object {
  return { catalog, rows: { ...rows, clan_members: [] } }
}

describe('the ids of members', () => {
  let head: DatabaseState

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-member-ids-'))
    file = join(directory, 'head.db')
    head = await withSchema(async (dataSource) => {
      await migrateUpTo(dataSource, 'DedupSnapshots')
      for (const statement of CLAN_ROWS) await dataSource.query(statement)
      await dataSource.runMigrations()
      return readState(dataSource)
    })
  })

  beforeEach(async () => {
    file = join(directory, 'clan.db')
    await copyFile(join(directory, 'head.db'), file)
  })

  afterEach(() => rm(file))

  after(() => rm(directory, { recursive: true }))

  for (const driver of ['sqlite3', 'better-sqlite3'] as const) {
    for (const foreignKeys of ['OFF', 'ON'] as const) {
      const connection: OtherConnection = { driver, foreignKeys }

      describe(`for a connection by ${driver} with foreign keys ${foreignKeys.toLowerCase()}`, () => {
        for (const [what, sql, message] of REFUSED) {
          it(`are kept: ${what} is refused, and no row is another`, async () => {
            expect(await writeByOtherConnection(file, connection, sql)).to.contain(message)
            expect(await withSchema(readState)).to.deep.equal(head)
          })
        }

        for (const [what, sql, row] of DONE) {
          it(`are kept: ${what} goes through, and no other table changes`, async () => {
            expect(await writeByOtherConnection(file, connection, sql)).to.equal(undefined)
            const state = await withSchema(readState)
            const id = /"row id":\d+,/.exec(row)?.[0] ?? ''
            const others = (head.rows.clan_members ?? []).filter((other) => !other.includes(id))
            expect(state.rows.clan_members).to.have.members([...others, row])
            expect(besidesMembers(state)).to.deep.equal(besidesMembers(head))
          })
        }

        it('go with a DELETE, which is not refused', async () => {
          expect(
            await writeByOtherConnection(file, connection, 'DELETE FROM clan_members WHERE id = 2'),
          ).to.equal(undefined)
          const [links, orphans] = await withSchema(async (dataSource) => [
            await dataSource.query(`SELECT user_id FROM wom_snapshots WHERE username = 'Bob'`),
            await dataSource.query('PRAGMA foreign_key_check'),
          ])
          const left = foreignKeys === 'ON' ? null : 2
          expect(links).to.deep.equal([{ user_id: left }, { user_id: left }])
          expect(orphans).to.have.lengthOf(foreignKeys === 'ON' ? 0 : 2)
        })

        it('are not kept once the migration is reverted: the legacy REPLACE does what it did before', async () => {
          const asBefore = await withSchema(async (dataSource) => {
            await dataSource.undoLastMigration()
            return readState(dataSource)
          })
          expect(await writeByOtherConnection(file, connection, LEGACY)).to.equal(undefined)
          const { rows } = await withSchema(readState)
          const others = (asBefore.rows.clan_members ?? []).filter((row) => !row.includes('"Bob"'))
          expect(rows).to.deep.equal({
            ...asBefore.rows,
            clan_members: [
              ...others,
              '{"row id":9,"username":"Bob","role":"admin","joined_at":"2024-01-01 00:00:00.000000+00:00","last_updated":"2025-12-23 15:00:00.000000+00:00"}',
            ],
          })
        })
      })
    }
  }

  it('are not kept before the migration: the legacy REPLACE gives the row another row id', async () => {
    file = join(directory, 'before.db')
    await withSchema(async (dataSource) => {
      await migrateUpTo(dataSource, 'AddMissingIndexes')
      for (const statement of CLAN_ROWS.slice(0, 1)) await dataSource.query(statement)
    })
    expect(await writeByOtherConnection(file, { driver: 'sqlite3', foreignKeys: 'OFF' }, LEGACY)).to.equal(
      undefined,
    )
    const { rows } = await withSchema(readState)
    expect(rows.clan_members?.at(-1)).to.match(/^\{"row id":9,"username":"Bob","role":"admin"/)
    expect(rows.clan_members).to.have.lengthOf(5)
  })

  it('may be -1, which is how an id looks that is not given: new members still come in', async () => {
    const rows = `(id, username) VALUES (-1, 'Minus'); INSERT INTO clan_members (username) VALUES ('Zoë')`
    expect(
      await writeByOtherConnection(
        file,
        { driver: 'sqlite3', foreignKeys: 'OFF' },
        `INSERT INTO clan_members ${rows}`,
      ),
    ).to.equal(undefined)
    const { rows: read } = await withSchema(readState)
    expect(read.clan_members).to.have.lengthOf(7)
  })

  for (const foreignKeys of ['OFF', 'ON'] as const) {
    it(`are kept by the repository, with foreign keys ${foreignKeys.toLowerCase()}: save works, upsert does not`, async () => {
      await withSchema(async (dataSource) => {
        await dataSource.query(`PRAGMA foreign_keys = ${foreignKeys}`)
        const members = dataSource.getRepository(ClanMember)
        expect(await members.save(members.create({ username: 'Zoë' }))).to.include({ id: 9 })
        const bob = await members.findOneByOrFail({ username: 'Bob' })
        await members.save({ ...bob, role: 'admin' })
        await members.save({ id: 7, username: 'Elan' })
        await members.update({ username: 'Jo_hn' }, { role: 'admin' })
        expect(
          await members.find({ select: { id: true, username: true, role: true }, order: { id: 'ASC' } }),
        ).to.deep.equal([
          { id: 2, username: 'Bob', role: 'admin' },
          { id: 3, username: 'bob', role: 'member' },
          { id: 5, username: 'Jo_hn', role: 'admin' },
          { id: 7, username: 'Elan', role: 'member' },
          { id: 8, username: 'Straße', role: null },
          { id: 9, username: 'Zoë', role: null },
        ])
        const state = await readState(dataSource)
        expect(besidesMembers(state)).to.deep.equal(besidesMembers(head))
        for (const write of [
          () => members.save({ username: 'Bob' }),
          () => members.save({ id: 3, username: 'Bob' }),
          () => members.upsert({ username: 'Bob', role: 'owner' }, ['username']),
          () => members.update({ id: 3 }, { id: 99 }),
        ]) {
          expect(await write().catch(String)).to.match(/keeps the id/)
        }
        expect(await readState(dataSource)).to.deep.equal(state)
      })
    })
  }
})
