import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { OpenTarget } from '../target/open-target.ts'
import type { Catalog } from '../vocabulary/catalog.ts'
import { observeAnswers } from './observe-answers.ts'
import { observeCanonicalDifferences } from './observe-canonical-differences.ts'
import { observeCatalog } from './observe-catalog.ts'
import { observeCensus } from './observe-census.ts'
import { observeDifferences } from './observe-differences.ts'
import { observeDuplicates } from './observe-duplicates.ts'
import { observeIntegrity } from './observe-integrity.ts'
import { observeLinkGroups } from './observe-link-groups.ts'
import { observeNameRows } from './observe-name-rows.ts'
import { observeNewest } from './observe-newest.ts'
import { observeOrphans } from './observe-orphans.ts'
import { observePlans } from './observe-plans.ts'
import { observeRowNumbers } from './observe-row-numbers.ts'
import { observeRows } from './observe-rows.ts'
import { observeSequences } from './observe-sequences.ts'
import { observeSize } from './observe-size.ts'
import { observeValues } from './observe-values.ts'
import { observeWideIntegers } from './observe-wide-integers.ts'

/** An engine, and how the same tables are made on it. */
export interface ContractEngine {
  /** Why its tests cannot run, or false. */
  readonly skip: string | false
  /** A new database that holds what the statements make. */
  open(sql: string): Promise<OpenTarget>
  /** Changes it by a connection of its own. */
  change(target: OpenTarget, sql: string): Promise<void>
  readonly types: {
    readonly integer: string
    readonly text: string
    readonly float: string
    readonly moment: string
    /** A primary key that numbers its rows by itself. */
    readonly numbered: string
    /** A type as the catalog has it. */
    readonly catalog: Readonly<Record<'integer' | 'text' | 'float' | 'moment', string>>
  }
}

const WIDE = '1318672905128575079'
const NOON = '2025-12-22 12:00:00.000000+00:00'
const LATER = '2025-12-22 12:00:00.000001+00:00'

/** What every engine's dialect says of the same tables and rows. */
export function dialectContract({ skip, open, change, types }: ContractEngine): void {
  const { integer, text, float, moment } = types
  const CLAN = `
    CREATE TABLE members (id ${integer} NOT NULL PRIMARY KEY, name ${text} NOT NULL, rank ${text} DEFAULT 'x',
      CHECK (length(name) > 0));
    CREATE UNIQUE INDEX uq_members_name ON members (name);
    CREATE TABLE snapshots (id ${integer} NOT NULL PRIMARY KEY, member_id ${integer}, at ${moment}, hours ${float}, note ${text},
      FOREIGN KEY (member_id) REFERENCES members (id) ON DELETE SET NULL);
    CREATE INDEX ix_snapshots_member ON snapshots (member_id, at);
    CREATE INDEX ix_snapshots_note ON snapshots (lower(note), id DESC) WHERE id > 5;
    CREATE TABLE migrations (id ${integer} NOT NULL PRIMARY KEY);
    INSERT INTO members VALUES (2, 'bob', NULL), (${WIDE}, 'Élan', ''), (1, 'Bob', 'it''s');
    INSERT INTO snapshots VALUES (1, ${WIDE}, '${NOON}', 1.5, 'a'), (2, 2, '${LATER}', 0.1, NULL), (3, NULL, NULL, NULL, ''),
      (9007199254740993, 2, '${NOON}', 2, 'two
lines');`
  const SNAPSHOTS = { key: ['id'], columns: ['id', 'member_id', 'at', 'hours', 'note'] }

  const test = (name: string, run: () => Promise<void>) => it(name, { skip }, run)
  const withClan = (name: string, look: (target: OpenTarget) => Promise<void>) =>
    test(name, async () => {
      await using target = await open(CLAN)
      await look(target)
    })

  describe('the catalog', () => {
    withClan('has the same shape', async (target) => {
      const catalog = await observeCatalog(target)
      expect(catalog.tables.map(({ name }) => name)).to.deep.equal(['members', 'snapshots'])
      const [members, snapshots] = catalog.tables
      const column = {
        nullable: true,
        default: null,
        primaryKeyPosition: 0,
        generated: null,
        collation: null,
      }
      const { catalog: names } = types
      expect(snapshots?.columns).to.deep.equal([
        { ...column, name: 'id', type: names.integer, nullable: false, primaryKeyPosition: 1 },
        { ...column, name: 'member_id', type: names.integer },
        { ...column, name: 'at', type: names.moment },
        { ...column, name: 'hours', type: names.float },
        { ...column, name: 'note', type: names.text },
      ])
      expect(snapshots?.foreignKeys).to.deep.equal([
        {
          ...{ columns: ['member_id'], table: 'members', references: ['id'] },
          ...{ onDelete: 'SET NULL', onUpdate: 'NO ACTION', deferrable: 'no' },
        },
      ])
      const plain = (name: string) => ({ text: name, expression: false, order: 'asc', collation: null })
      expect(snapshots?.indexes.filter(({ origin }) => origin === 'index')).to.deep.equal([
        {
          ...{ name: 'ix_snapshots_member', origin: 'index', unique: false, where: null },
          columns: [plain('member_id'), plain('at')],
        },
        {
          ...{ name: 'ix_snapshots_note', origin: 'index', unique: false, where: 'id > 5' },
          columns: [
            { ...plain('lower(note)'), expression: true },
            { ...plain('id'), order: 'desc' },
          ],
        },
      ])
      expect(members?.checks).to.deep.equal(['length(name) > 0'])
      expect(members?.primaryKey).to.deep.equal(['id'])
      expect(members?.autoIncrement).to.equal(false)
      expect(Object.keys(members ?? {}).sort()).to.deep.equal([
        'autoIncrement',
        'checks',
        'columns',
        'foreignKeys',
        'indexes',
        'name',
        'primaryKey',
        'strict',
        'withoutRowid',
      ])
    })

    const changes: readonly (readonly [string, string])[] = [
      ['a table', `CREATE TABLE others (id ${integer})`],
      ['a view', 'CREATE VIEW v AS SELECT id FROM members'],
      ['a column', `ALTER TABLE members ADD COLUMN note ${text}`],
      ['an index', 'CREATE INDEX i ON members (rank)'],
      ['a table with a check', `CREATE TABLE c (id ${integer} CHECK (id > 1))`],
    ]
    for (const [what, sql] of changes) {
      withClan(`shows ${what} that came on top`, async (target) => {
        const before: Catalog = await observeCatalog(target)
        await change(target, sql)
        expect(await observeCatalog(target)).not.to.deep.equal(before)
      })
    }

    withClan('leaves out what it is told to', async (target) => {
      const { tables } = await observeCatalog(target, { leaveOut: ['Members'] })
      expect(tables.map(({ name }) => name)).to.deep.equal(['migrations', 'snapshots'])
      expect(await observeCensus(target)).to.deep.equal({ members: 3, snapshots: 4 })
      expect(await observeSize(target)).to.be.greaterThan(1000)
    })
  })

  describe('fingerprints', () => {
    const changes: readonly (readonly [string, string, string])[] = [
      ['NULL turned into an empty text', "note = '' WHERE id = 2", 'note'],
      ['an empty text turned into NULL', 'note = NULL WHERE id = 3', 'note'],
      ['the case of a text', "note = 'A' WHERE id = 1", 'note'],
      ['a blank behind a text', "note = 'a ' WHERE id = 1", 'note'],
      ['NULL turned into its name', "note = 'NULL' WHERE id = 2", 'note'],
      ['the last bit of a float', 'hours = 0.10000000000000002 WHERE id = 2', 'hours'],
      ['a digit that no double has', 'member_id = NULL WHERE id = 1', 'member_id'],
      ['a microsecond', `at = '${LATER}' WHERE id = 1`, 'at'],
      [
        'a value that moved to the next row',
        'hours = CASE id WHEN 1 THEN 0.1 WHEN 2 THEN 1.5 ELSE hours END',
        'hours',
      ],
    ]
    for (const [what, update, column] of changes) {
      withClan(`see ${what}, in its column and nowhere else`, async (target) => {
        const [before] = await observeRows(target, { snapshots: SNAPSHOTS }, { chunkRows: 2 })
        await change(target, `UPDATE snapshots SET ${update}`)
        const [after] = await observeRows(target, { snapshots: SNAPSHOTS }, { chunkRows: 2 })
        const differing = SNAPSHOTS.columns.filter((name) => before?.columns[name] !== after?.columns[name])
        expect(differing).to.deep.equal([column])
      })
    }

    withClan('have chunks with exact keys', async (target) => {
      const [found] = await observeRows(target, { snapshots: SNAPSHOTS }, { chunkRows: 3 })
      expect(found?.rows).to.equal(4)
      expect(found?.chunks.map(({ firstKey, lastKey, rows }) => [firstKey, lastKey, rows])).to.deep.equal([
        [['1'], ['3'], 3],
        [['9007199254740993'], ['9007199254740993'], 1],
      ])
    })

    withClan('follow keys of text byte by byte, whatever stands in them', async (target) => {
      await change(
        target,
        "INSERT INTO members VALUES (4, 'a''b', ''), (5, '\\', ''), (6, '?', ''), (7, 'Z', '')",
      )
      const [found] = await observeRows(
        target,
        { members: { key: ['name'], columns: ['id'] } },
        { chunkRows: 1 },
      )
      expect(found?.chunks.map(({ firstKey }) => firstKey[0])).to.deep.equal([
        "'?'",
        "'Bob'",
        "'Z'",
        "'\\'",
        "'a''b'",
        "'bob'",
        "'Élan'",
      ])
    })

    withClan('need a key that tells rows apart', async (target) => {
      const refusal = (key: readonly string[]) =>
        observeRows(target, { snapshots: { key, columns: ['id'] } }).then(
          () => 'nothing',
          (error: Error) => error.message,
        )
      expect(await refusal(['note'])).to.contain('is NULL in some row')
      await change(target, "UPDATE snapshots SET note = 'same'")
      expect(await refusal(['note'])).to.contain('is the same in several rows')
      expect(await refusal(['nope'])).to.contain('no column nope')
    })

    test('of an empty table have no chunks', async () => {
      await using target = await open(`CREATE TABLE t (id ${integer} NOT NULL PRIMARY KEY)`)
      const [found] = await observeRows(target, { t: { key: ['id'], columns: ['id'] } })
      expect([found?.rows, found?.chunks]).to.deep.equal([0, []])
    })
  })

  for (const [form, observe] of [
    ['differences', observeDifferences],
    ['canonical differences', observeCanonicalDifferences],
  ] as const) {
    describe(form, () => {
      const differencesAfter = async (sql: string) => {
        await using before = await open(CLAN)
        await using target = await open(CLAN)
        await change(target, sql)
        const [found] = await observe(target, before, { snapshots: SNAPSHOTS })
        return found
      }

      test('are none between equal tables, which are counted', async () => {
        expect(await differencesAfter('SELECT 1')).to.deep.equal({
          ...{ table: 'snapshots', rowsBefore: 4, rowsNow: 4, paired: 4 },
          columns: { id: 0, member_id: 0, at: 0, hours: 0, note: 0 },
          ...{ values: [], gone: [], added: [] },
        })
      })

      test('name the values of every column', async () => {
        const found = await differencesAfter("UPDATE snapshots SET note = 'NULL', member_id = 1 WHERE id = 2")
        expect(found?.columns).to.deep.equal({ id: 0, member_id: 1, at: 0, hours: 0, note: 1 })
        expect(found?.values).to.deep.equal([
          { key: ['2'], column: 'member_id', now: '1', before: '2' },
          { key: ['2'], column: 'note', now: "'NULL'", before: 'NULL' },
        ])
      })

      test('name rows that are gone and new, and pair the others', async () => {
        const found = await differencesAfter(
          `UPDATE snapshots SET id = 9007199254740992 WHERE id = 9007199254740993; DELETE FROM snapshots WHERE id = 1;
           INSERT INTO snapshots (id) VALUES (9223372036854775807), (-5); UPDATE snapshots SET note = 'x' WHERE id = 3`,
        )
        expect(found).to.deep.include({ rowsBefore: 4, rowsNow: 5, paired: 2 })
        expect(found?.gone).to.have.deep.members([['1'], ['9007199254740993']])
        expect(found?.added).to.have.deep.members([['-5'], ['9007199254740992'], ['9223372036854775807']])
        expect(found?.values).to.deep.equal([{ key: ['3'], column: 'note', now: "'x'", before: "''" }])
      })

      test('show ten of each, and count all', async () => {
        const rows = Array.from({ length: 30 }, (_, at) => `(${at + 10}, 'new')`)
        const found = await differencesAfter(`INSERT INTO snapshots (id, note) VALUES ${rows}`)
        expect([found?.rowsNow, found?.added.length, found?.added[9]]).to.deep.equal([34, 10, ['19']])
      })
    })
  }

  describe('facts', () => {
    withClan('link groups tell apart what is not equal', async (target) => {
      await change(
        target,
        "INSERT INTO snapshots (id, member_id, note) VALUES (20, 2, 'a'), (21, 2, 'a'), (22, 2, 'A')",
      )
      expect(
        await observeLinkGroups(target, { table: 'snapshots', key: 'note', link: 'member_id' }),
      ).to.deep.equal([
        { key: null, link: '2', rows: 1 },
        { key: '', link: null, rows: 1 },
        { key: 'A', link: '2', rows: 1 },
        { key: 'a', link: '2', rows: 2 },
        { key: 'a', link: WIDE, rows: 1 },
        { key: 'two\nlines', link: '2', rows: 1 },
      ])
    })

    withClan('names have their rows, and the moments of those without a link', async (target) => {
      await change(
        target,
        `INSERT INTO snapshots (id, member_id, at, note) VALUES (20, NULL, '${LATER}', 'a'), (21, NULL, '${NOON}', 'a'),
          (22, NULL, '${NOON}', 'A'), (23, NULL, NULL, 'A')`,
      )
      const columns = { table: 'snapshots', name: 'note', link: 'member_id' }
      const seen = (firstSeen: string | null, lastSeen: string | null) => ({ firstSeen, lastSeen })
      expect(await observeNameRows(target, { ...columns, moment: 'at' })).to.deep.equal([
        { name: null, rows: 1, unlinked: 0, ...seen(null, null) },
        { name: '', rows: 1, unlinked: 1, ...seen(null, null) },
        { name: 'A', rows: 2, unlinked: 2, ...seen(NOON, NOON) },
        { name: 'a', rows: 3, unlinked: 2, ...seen(NOON, LATER) },
        { name: 'two\nlines', rows: 1, unlinked: 0, ...seen(null, null) },
      ])
      expect((await observeNameRows(target, { ...columns, moment: null }))[3]).to.deep.equal({
        ...{ name: 'a', rows: 3, unlinked: 2 },
        ...seen(null, null),
      })
      const missing = await observeNameRows(target, { ...columns, moment: 'when' }).catch(String)
      expect(missing).to.contain('snapshots has no column when')
    })

    withClan('values come as exact text', async (target) => {
      expect(
        await observeValues(target, { table: 'members', columns: ['name', 'id', 'rank'] }),
      ).to.deep.equal([
        ['Bob', '1', "it's"],
        ['bob', '2', null],
        ['Élan', WIDE, ''],
      ])
      expect(await observeValues(target, { table: 'snapshots', columns: ['at', 'hours'] })).to.deep.equal([
        [null, null],
        [NOON, '1.5'],
        [NOON, '2.0'],
        [LATER, '0.1'],
      ])
    })

    withClan('duplicates are what a unique constraint would refuse', async (target) => {
      await change(
        target,
        "INSERT INTO snapshots (id, note) VALUES (20, 'a'), (21, 'a'), (22, ''), (23, NULL)",
      )
      expect(await observeDuplicates(target, { table: 'snapshots', columns: ['note'] })).to.deep.equal([
        { values: ['a'], rows: 3 },
        { values: [''], rows: 2 },
      ])
    })

    withClan('the newest value is exact', async (target) => {
      const at = { table: 'snapshots', column: 'at' }
      expect(await observeNewest(target, at)).to.equal(LATER)
      expect(await observeNewest(target, { ...at, atOrBefore: NOON })).to.equal(NOON)
      expect(await observeNewest(target, { ...at, atOrBefore: '2024-01-01 00:00:00.000000+00:00' })).to.equal(
        null,
      )
      expect(await observeNewest(target, { table: 'members', column: 'name' })).to.equal('Élan')
      expect(await observeNewest(target, { table: 'members', column: 'name', atOrBefore: 'a' })).to.equal(
        'Bob',
      )
    })

    test('orphans are counted, whatever the parents hold', async () => {
      await using target = await open(`CREATE TABLE parents (id ${integer}, name ${text});
        CREATE TABLE children (id ${integer} NOT NULL PRIMARY KEY, parent_id ${integer});
        INSERT INTO parents VALUES (1, 'a'), (1, 'a'), (NULL, 'b');
        INSERT INTO children VALUES (10, 1), (11, NULL), (${WIDE}, 9007199254740993)`)
      const link = { table: 'children', column: 'parent_id', parent: 'parents', parentColumn: 'id' }
      expect(await observeOrphans(target, link)).to.deep.equal({
        ...{ population: 2, orphans: 1 },
        first: [{ key: [WIDE], value: '9007199254740993' }],
      })
    })

    withClan('wide integers are counted by what a double does to them', async (target) => {
      await change(
        target,
        'INSERT INTO snapshots (id) VALUES (9007199254740992), (9223372036854775807), (-9007199254740993)',
      )
      expect(await observeWideIntegers(target, { table: 'snapshots', column: 'id' })).to.deep.equal({
        ...{ rows: 7, wide: 3, inexact: 3, nonInteger: 0 },
      })
      expect((await observeWideIntegers(target, { table: 'snapshots', column: 'note' })).nonInteger).to.equal(
        3,
      )
    })

    withClan('row numbers follow the order in which rows lie', async (target) => {
      await change(target, "DELETE FROM members WHERE id > 2; INSERT INTO members VALUES (5, 'late', NULL)")
      const names = (await observeRowNumbers(target, { table: 'members', name: 'name' })).map(
        ([name]) => name,
      )
      expect(names.at(-1)).to.equal('late')
    })

    withClan('integrity speaks of every foreign key', async (target) => {
      const sound = { foreignKeys: 1, childRows: 4, violationCount: 0, violations: [], messages: [] }
      expect(await observeIntegrity(target)).to.deep.equal(sound)
    })

    test('sequences tell the last number, the next and the largest', async () => {
      await using target = await open(`CREATE TABLE t (${types.numbered}, name ${text});
        INSERT INTO t (name) VALUES ('a'), ('b')`)
      const t = { table: 't', column: 'id' }
      expect(await observeSequences(target)).to.deep.equal([{ ...t, last: '2', next: '3', largest: '2' }])
      await change(target, 'DELETE FROM t')
      expect(await observeSequences(target)).to.deep.equal([{ ...t, last: '2', next: '3', largest: null }])
      const [table] = (await observeCatalog(target)).tables
      expect([table?.autoIncrement, table?.columns[0]?.default]).to.deep.equal([true, null])
    })
  })

  describe('answers', () => {
    withClan('are exact to the type, in the order of the query, with named parameters', async (target) => {
      const sql = `SELECT id AS id, note AS note, hours AS "the hours", at AS at FROM snapshots
        WHERE at >= :since AND (id < :most OR at = :since) ORDER BY id DESC -- ':no'`
      expect(await observeAnswers(target, [{ name: 'q', sql }], { since: NOON, most: 3 })).to.deep.equal([
        {
          ...{ name: 'q', columns: ['id', 'note', 'the hours', 'at'] },
          rows: [
            ['9007199254740993', "'two\nlines'", '2.0', `'${NOON}'`],
            ['2', 'NULL', '0.1', `'${LATER}'`],
            ['1', "'a'", '1.5', `'${NOON}'`],
          ],
        },
      ])
    })

    withClan('that fail are told in the words of the engine, and the next query is asked', async (target) => {
      const queries = [
        'SELECT nowhere FROM members',
        'DELETE FROM members',
        'SELECT 1; SELECT 2',
        'SELECT count(*) AS n FROM members',
      ]
      const answers = await observeAnswers(
        target,
        queries.map((sql, at) => ({ name: `${at}`, sql })),
      )
      expect(answers.map((answer) => 'failure' in answer)).to.deep.equal([true, true, true, false])
      expect(answers[0] && 'failure' in answers[0] && answers[0].failure).to.contain('nowhere')
      expect(answers[3]).to.deep.equal({ name: '3', columns: ['n'], rows: [['3']] })
    })

    withClan('bind text, and do not paste it', async (target) => {
      const sql = 'SELECT id AS id FROM members WHERE name = :name'
      const text = "x' OR 1 = 1; DROP TABLE members; --"
      expect(await observeAnswers(target, [{ name: 'q', sql }], { name: text })).to.deep.equal([
        { name: 'q', columns: ['id'], rows: [] },
      ])
    })

    for (const [parameter, message] of [
      ['?', 'not written like :since'],
      [':since', 'not given: since'],
    ] as const) {
      withClan(`refuse ${parameter} without a value`, async (target) => {
        const refused = await observeAnswers(target, [
          { name: 'q', sql: `SELECT id FROM members WHERE name = ${parameter}` },
        ]).catch(String)
        expect(refused).to.contain(message)
      })
    }
  })

  describe('plans', () => {
    const ROWS = `INSERT INTO members (id, name) VALUES ${Array.from({ length: 200 }, (_, at) => `(${at + 100}, 'member ${at}')`)};
      INSERT INTO snapshots (id, member_id, at, note)
      VALUES ${Array.from({ length: 2000 }, (_, at) => `(${at + 100}, ${100 + (at % 200)}, '2025-01-01 00:00:${10 + (at % 40)}.000000+00:00', 'n')`)}; ANALYZE`
    const planOf = async (sql: string) => {
      await using target = await open(`${CLAN} ${ROWS}`)
      const [plan] = await observePlans(target, [{ name: 'q', sql }])
      return {
        reads: plan?.reads.map(({ tables, how }) => `${how} ${tables}`),
        scans: plan?.scans,
        indexes: plan?.indexes,
        sorts: plan?.sorts.length,
      }
    }

    test('a key leads to rows, with parameters that stay unbound', async () => {
      const sql = 'SELECT hours FROM snapshots WHERE member_id = :member AND at >= :since'
      expect(await planOf(sql)).to.deep.equal({
        ...{ reads: ['search snapshots'], scans: [], indexes: ['ix_snapshots_member'], sorts: 0 },
      })
    })

    test('what no index serves is a scan, and what none puts in order a sort', async () => {
      const found = await planOf('SELECT hours FROM snapshots ORDER BY hours')
      expect(found.reads).to.deep.equal(['scan snapshots'])
      expect(found.scans?.map(({ table }) => table)).to.deep.equal(['snapshots'])
      expect(found.sorts).to.equal(1)
    })

    test('a range is no search', async () => {
      expect((await planOf("SELECT rank FROM members WHERE name > 'x'")).reads).to.deep.equal([
        'range members',
      ])
    })

    test('the last snapshot of each member is sought for each', async () => {
      const found =
        await planOf(`SELECT m.id, (SELECT s.id FROM snapshots s WHERE s.member_id = m.id ORDER BY s.at DESC LIMIT 1) AS last
        FROM members m WHERE m.name = :name`)
      expect([...(found.reads ?? [])].sort()).to.deep.equal(['search members', 'search snapshots'])
      expect(found).to.deep.include({
        scans: [],
        sorts: 0,
        indexes: ['ix_snapshots_member', 'uq_members_name'],
      })
    })

    test('an extreme of an index is sought', async () => {
      expect((await planOf('SELECT max(name) FROM members')).reads).to.deep.equal(['search members'])
      expect((await planOf('SELECT max(rank) FROM members')).scans?.length).to.equal(1)
    })
  })
}
