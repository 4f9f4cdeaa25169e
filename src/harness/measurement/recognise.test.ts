import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Catalog } from '../vocabulary/catalog.ts'
import type { ObservedSource } from './known-history.ts'
import { recognise } from './recognise.ts'
import {
  AFTER,
  BY_NAME,
  BY_NAME_ONCE,
  BY_ROLE,
  catalog,
  column,
  KNOWN,
  members,
  recordUpTo,
  table,
  visits,
} from './testing/small-past.ts'

const SCRAPS = table('scraps', [
  column('id', { primaryKeyPosition: 1, nullable: false }),
  column('text', { type: 'TEXT' }),
])
const source = (found: Catalog, says: Partial<ObservedSource> = {}): ObservedSource => ({
  catalog: found,
  recorded: null,
  revisions: null,
  ...says,
})
const standing = (found: Catalog, says: Partial<ObservedSource> = {}) => recognise(source(found, says), KNOWN)
const findings = (found: Catalog, revision: string) =>
  standing(found, { revisions: [revision] }).findings.map(({ kind, object }) => `${kind} ${object}`)

describe('recognise: what says where a database stands', () => {
  it("takes TypeORM's record where it has rows", () => {
    expect(standing(AFTER.Once, { recorded: recordUpTo('Once') })).to.deep.equal({
      at: 'Once',
      knownBy: 'migrations',
      facts: [
        'TypeORM has recorded 3 migrations, the last one Once',
        'there is no table alembic_version',
        'its tables are most like Once: 0 of 14 objects differ',
      ],
      findings: [],
      doubt: null,
    })
  })

  it("takes Alembic's revision where TypeORM has recorded nothing", () => {
    for (const recorded of [null, []]) {
      const { at, knownBy, facts } = standing(AFTER.Dropped, { recorded, revisions: ['rev_dropped_002'] })
      expect({ at, knownBy }).to.deep.equal({ at: 'Dropped', knownBy: 'alembic_version' })
      expect(facts).to.include('alembic_version says rev_dropped_002, which is Dropped')
    }
  })

  it('takes the nearest baseline where nothing is recorded', () => {
    for (const revisions of [null, []]) {
      for (const [name, found] of Object.entries(AFTER)) {
        expect(standing(found, { revisions })).to.include({ at: name, knownBy: 'catalog', doubt: null })
      }
    }
  })

  it('takes a record before a likeness: what differs are findings', () => {
    const { at, facts } = standing(AFTER.Dropped, { revisions: ['rev_more_003'] })
    expect(at).to.equal('More')
    expect(facts).to.include('its tables are most like Dropped: 0 of 10 objects differ')
  })

  it("believes a record of Alembic's that stands still since TypeORM's goes on", () => {
    expect(
      standing(AFTER.Linked, { recorded: recordUpTo('Linked'), revisions: ['rev_once_001'] }),
    ).to.include({ at: 'Linked', knownBy: 'migrations', doubt: null })
  })

  it('takes the later of two that are equally near, if all is there that it makes', () => {
    const found = catalog(members(column('id')), SCRAPS, visits([BY_NAME, BY_NAME_ONCE]))
    expect(standing(found)).to.include({ at: 'Once', knownBy: 'catalog' })
  })
})

describe('recognise: doubts', () => {
  const doubts: readonly (readonly [string, ObservedSource, string])[] = [
    [
      'an unknown revision',
      source(AFTER.Once, { revisions: ['rev_once_01'] }),
      'alembic_version says rev_once_01, which is no known revision; the nearest one is rev_once_001',
    ],
    [
      'a revision that is called like what every object has',
      source(AFTER.Once, { revisions: ['constructor'] }),
      'alembic_version says constructor, which is no known revision',
    ],
    [
      'two revisions',
      source(AFTER.Once, { revisions: ['rev_dropped_002', 'rev_once_001'] }),
      'alembic_version says 2 revisions, and there is one at a time',
    ],
    [
      "an unknown revision beside TypeORM's record",
      source(AFTER.Once, { recorded: recordUpTo('Once'), revisions: ['abc'] }),
      'alembic_version says abc, which is no known revision',
    ],
    [
      "a revision that is past TypeORM's record",
      source(AFTER.Linked, { recorded: recordUpTo('Once'), revisions: ['rev_linked'] }),
      "TypeORM's record ends at Once, and alembic_version is past it, at Linked",
    ],
    [
      'a migration that the source code does not have',
      source(AFTER.First, {
        recorded: [{ id: 7, name: 'Other1700000000009', timestamp: 1_700_000_000_009 }],
      }),
      "TypeORM's record: record 7, Other1700000000009 is not in the source code",
    ],
    [
      'a gap in the record',
      source(AFTER.Once, { recorded: recordUpTo('Once').filter(({ id }) => id !== 2) }),
      "TypeORM's record has a gap or is out of order: record 2 is Once1700000000002 of 1700000000002; expected Indexed1700000000001 of 1700000000001",
    ],
    [
      'a record out of order',
      source(AFTER.Indexed, { recorded: recordUpTo('Indexed').toReversed() }),
      "TypeORM's record has a gap or is out of order: record 1 is Indexed1700000000001 of 1700000000001; expected First1700000000000 of 1700000000000",
    ],
    [
      'links that are recorded and not there',
      source(AFTER.More, { revisions: ['rev_linked'] }),
      'Linked is recorded as done, and the tables and columns are those of More',
    ],
    [
      'links that are recorded and not there, beside an id that was made by hand',
      source(catalog(members(column('id')), visits([])), { revisions: ['rev_linked'] }),
      'Linked is recorded as done, and the tables and columns are those of More',
    ],
    [
      'a table that is recorded as dropped and is there, whatever was recorded since',
      source(AFTER.Once, { recorded: recordUpTo('More') }),
      'More is recorded as done, and the tables and columns are those of Once',
    ],
    [
      'a record in a database of something else',
      source(catalog(table('orders', [column('number')])), { revisions: ['rev_once_001'] }),
      'Once is recorded as done, and the tables and columns are those of a database without tables',
    ],
    [
      'a database without tables',
      source(catalog(), { revisions: ['rev_once_001'] }),
      'it has no tables, so that there is nothing to tell where it stands',
    ],
    [
      'tables of something else, and no record',
      source(catalog(table('orders', [column('number')]))),
      'it is like no migration: even of Dropped it lacks more objects than it has',
    ],
    [
      'half of what a migration makes, and no record',
      source(catalog({ ...members(), indexes: [BY_ROLE] }, visits([BY_NAME_ONCE]))),
      'nothing is recorded, and its tables are equally like Dropped and More',
    ],
    [
      "a table of another tool under a tool's name",
      source(AFTER.Once, { strangers: ['migrations'] }),
      'its table migrations is another one than the tool of that name would make',
    ],
  ]
  for (const [what, observed, doubt] of doubts) {
    it(what, () => {
      const found = recognise(observed, KNOWN)
      expect(found).to.include({ at: null, knownBy: null, doubt })
      expect(found.findings).to.deep.equal([])
      expect(found.facts).to.have.length(3)
    })
  }

  it('a migration that nobody has accepted a baseline of', () => {
    const baselines = new Map(Object.entries(AFTER).filter(([name]) => name !== 'Linked'))
    const observed = source(AFTER.Linked, { recorded: recordUpTo('Linked') })
    expect(recognise(observed, { ...KNOWN, baselines }).doubt).to.equal(
      'there is no baseline of Linked to compare it with',
    )
  })

  it('a revision whose migration the source code does not have', () => {
    const observed = source(AFTER.Once, { revisions: ['rev_linked'] })
    expect(recognise(observed, { ...KNOWN, history: KNOWN.history.slice(0, 5) }).doubt).to.equal(
      'alembic_version says rev_linked, and the source code has no migration Linked',
    )
  })
})

describe('recognise: findings', () => {
  it('has none where everything is as it should be', () => {
    expect(findings(AFTER.Once, 'rev_once_001')).to.deep.equal([])
  })

  it('names what was made by hand, and no other order of columns because of it', () => {
    const found: Catalog = {
      ...catalog(members(column('id')), SCRAPS, visits([BY_NAME_ONCE, BY_NAME], column('note'))),
      views: [{ name: 'latest', sql: 'select 1' }],
      triggers: [{ name: 'guard', table: 'visits', sql: 'begin end' }],
    }
    expect(findings(found, 'rev_once_001')).to.have.members([
      'extra column members.id',
      'extra column visits.note',
      'extra index idx_visits_name',
      'extra view latest',
      'extra trigger guard',
    ])
  })

  it('names a hand-made table once with its columns, and its indexes', () => {
    const bans = table('bans', [column('name'), column('since')], [{ ...BY_ROLE, name: 'idx_bans' }])
    const found = catalog(...AFTER.Once.tables, bans)
    expect(findings(found, 'rev_once_001')).to.deep.equal(['extra table bans', 'extra index idx_bans'])
    expect(standing(found, { revisions: ['rev_once_001'] }).findings[0]?.what).to.equal(
      'is not expected, with its 2 columns',
    )
  })

  it('tells an id that was made by hand from the key of the links', () => {
    const { findings: found } = standing(catalog(members(column('id')), SCRAPS, visits([BY_NAME_ONCE])))
    expect(found).to.deep.equal([
      {
        object: 'column members.id',
        kind: 'extra',
        what: 'is not expected: INTEGER, nullable; Linked makes another one of this name',
      },
    ])
  })

  it('names what a later migration makes: a downgrade that did nothing', () => {
    const found = catalog(
      { ...members(column('id')), indexes: [BY_ROLE] },
      visits([BY_NAME_ONCE, { ...BY_ROLE, name: 'idx_visits_at' }], column('member_id', { type: 'BIGINT' })),
    )
    expect(findings(found, 'rev_dropped_002')).to.deep.equal([
      'extra column members.id',
      'ahead index idx_members_role',
      'ahead column visits.member_id',
      // Of the same name, on another column.
      'extra index idx_visits_at',
    ])
  })

  it('names a table that a migration has dropped and that is still there as no hand-made one', () => {
    const found = catalog(...AFTER.Linked.tables, SCRAPS)
    expect(standing(found, { revisions: ['rev_linked'] }).findings).to.deep.equal([
      {
        object: 'table scraps',
        kind: 'different',
        what: 'is still there, with its 2 columns; Dropped drops it',
      },
    ])
  })

  it('names a missing table once, and who drops it', () => {
    expect(standing(AFTER.Dropped, { revisions: ['rev_once_001'] }).findings).to.deep.equal([
      { object: 'table scraps', kind: 'missing', what: 'is missing, with its 2 columns; Dropped drops it' },
    ])
  })

  it('names a missing index and a missing column', () => {
    const found = catalog(table('members', [members().columns[0] ?? column('')]), SCRAPS, visits([]))
    expect(findings(found, 'rev_once_001')).to.deep.equal([
      'missing column members.role',
      'missing index uq_visits_name',
    ])
  })

  it('shows both types where they differ, and both orders', () => {
    const [name = column(''), role = column('')] = members().columns
    const other = table('members', [
      { ...role, type: 'VARCHAR(255)' },
      { ...name, nullable: true },
    ])
    const found = catalog(other, SCRAPS, visits([{ ...BY_NAME_ONCE, unique: false }]))
    expect(standing(found, { revisions: ['rev_once_001'] }).findings).to.deep.equal([
      {
        object: 'order of columns of members',
        kind: 'different',
        what: 'is role, name; expected name, role',
      },
      { object: 'column members.name', kind: 'different', what: 'is nullable; expected NOT NULL' },
      { object: 'column members.role', kind: 'different', what: 'is VARCHAR(255); expected VARCHAR' },
      {
        object: 'index uq_visits_name',
        kind: 'different',
        what: 'is on visits (name, at); expected unique on visits (name, at)',
      },
    ])
  })

  it('tells what is another key of a table and a column', () => {
    const keyless = table(
      'members',
      members().columns.map((each) => ({ ...each, primaryKeyPosition: 0 })),
    )
    const found = catalog(keyless, SCRAPS, visits([BY_NAME_ONCE]))
    expect(standing(found, { revisions: ['rev_once_001'] }).findings).to.deep.equal([
      {
        object: 'table members',
        kind: 'different',
        what: 'is primary key []; expected primary key ["name"]',
      },
      {
        object: 'column members.name',
        kind: 'different',
        what: 'is no part of the key; expected part 1 of the primary key',
      },
    ])
  })
})
