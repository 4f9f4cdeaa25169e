import fc from 'fast-check'
import type { EngineName } from '../../../testing/engines.ts'
import type { BossFigures, UnreadableMember } from '../../sources/clan-source.ts'
import { SourceError } from '../../sources/source-error.ts'
import { literal } from './literal.ts'
import type { LiteralAnswers } from './literal-sources.ts'

/** Names that are one user's, or one author's, or only look so. */
const NAMES = [
  'Bob',
  'bob',
  'B ob',
  'Élan',
  'ÉLAN',
  'e\u0301lan',
  'Straße',
  'STRASSE',
  'Jo_hn',
  'jo-hn',
  'Zoë',
]
const AUTHORS = [...NAMES, 'BOB', 'strasse', ' Bob', 'MEE6', 'X\ud800', null]

const name = fc.constantFrom(...NAMES)
const day = fc.integer({ min: 1, max: 9 })
const unreadable: UnreadableMember = { entry: 'entry 1', kind: 'no name', reason: 'it is empty' }
const late = new SourceError({ kind: 'timed out', reason: 'no answer in 10 s' })

const rows = fc.record({
  members: fc.uniqueArray(
    fc.record({ username: name, joined: fc.option(day), rowid: fc.integer({ min: 1, max: 99 }) }),
    {
      comparator: (one, other) => one.username === other.username || one.rowid === other.rowid,
      maxLength: 9,
    },
  ),
  snapshots: fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 30 }),
      username: name,
      day,
      hour: fc.integer({ min: 10, max: 12 }),
    }),
    { selector: ({ username, day, hour }) => `${username} ${day} ${hour}`, maxLength: 8 },
  ),
  // Some refer to snapshots that are not there, and not yet.
  bosses: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
  messages: fc.array(
    fc.record({ author: fc.constantFrom(...AUTHORS), channel: fc.constantFrom('1', '2', null) }),
    { maxLength: 12 },
  ),
})

type Rows = typeof rows extends fc.Arbitrary<infer Value> ? Value : never

const boss: fc.Arbitrary<BossFigures> = fc.record({
  name: fc.constantFrom('vorkath', 'zulrah'),
  kills: fc.constantFrom(null, -1, 0, 1, 250),
  rank: fc.constantFrom(null, 7),
})

const snapshot = fc
  .tuple(day, fc.integer({ min: 10, max: 12 }), fc.array(boss, { maxLength: 3 }))
  .map(([day, hour, bosses]) => literal.snapshot(`2025-12-0${day} ${hour}:00`, { bosses }))

function rarely<Value>(usual: fc.Arbitrary<Value>): fc.Arbitrary<Value | SourceError> {
  return fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: fc.constant(late) })
}

/** Pages of one channel; ids grow through all of them. */
function pages(channelId: string): fc.Arbitrary<NonNullable<LiteralAnswers['channels']>[string]> {
  const author = fc.constantFrom(...AUTHORS.filter((one) => one !== null))
  return fc
    .array(rarely(fc.array(author, { minLength: 1, maxLength: 4 })), { maxLength: 3 })
    .map((authors) =>
      authors.map((page, at) =>
        page instanceof SourceError
          ? page
          : page.map((one, nth) =>
              literal.message(`${100 * at + 10 * nth + Number(channelId)}`, one, { channelId }),
            ),
      ),
    )
}

function answersTo({ members }: Rows): fc.Arbitrary<LiteralAnswers> {
  const stored = members.map(({ username }) => username)
  const list = fc
    .tuple(
      fc.subarray(stored, { minLength: Math.max(0, stored.length - 1) }),
      fc.array(name, { maxLength: 3 }),
      fc.constantFrom('member', 'general', null),
      fc.option(day),
    )
    .map(([staying, others, role, joined]) =>
      [...staying, ...others].map((username) =>
        literal.member(username, {
          role,
          joinedAt: joined === null ? null : `2025-12-0${joined}T00:00:00.000000Z`,
        }),
      ),
    )
  return fc.record({
    members: rarely(list),
    unreadable: fc.oneof(
      { weight: 7, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.constant([unreadable]) },
    ),
    snapshots: fc.dictionary(name, rarely(fc.array(snapshot, { maxLength: 4 })), { maxKeys: 8 }),
    channels: fc.record({ 1: pages('1'), 2: pages('2') }),
  })
}

/**
 * A small clan at `AddMissingIndexes` as statements with parameters, in the form of either engine, and what sources answer
 * to two harvests of it.
 */
export const randomClan = rows.chain((clan) =>
  fc.record({
    statements: fc.constant({
      SQLite: statementsOf(clan, 'SQLite'),
      PostgreSQL: statementsOf(clan, 'PostgreSQL'),
    }),
    answers: fc.array(answersTo(clan), { minLength: 2, maxLength: 2 }),
  }),
)

function statementsOf(
  { members, snapshots, bosses, messages }: Rows,
  engine: EngineName,
): readonly [string, unknown[]][] {
  return [
    ...members.map(({ username, joined, rowid }): [string, unknown[]] => {
      const joinedAt = joined === null ? null : `2025-12-0${joined} 00:00:00.000000+00:00`
      // Where rows have no numbers, they are numbered in the order in which they were written.
      return engine === 'SQLite'
        ? [
            'INSERT INTO clan_members (rowid, username, joined_at) VALUES (?, ?, ?)',
            [rowid, username, joinedAt],
          ]
        : ['INSERT INTO clan_members (username, joined_at) VALUES (?, ?)', [username, joinedAt]]
    }),
    ...snapshots.map(({ id, username, day, hour }): [string, unknown[]] => [
      'INSERT INTO wom_snapshots (id, username, timestamp) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      [id, username, `2025-12-0${day} ${hour}:00:00.000000+00:00`],
    ]),
    ...bosses.map((snapshot, at): [string, unknown[]] => [
      `INSERT INTO boss_snapshots (id, snapshot_id, boss_name, kills) VALUES (?, ?, 'zulrah', 1)`,
      [at + 1, snapshot],
    ]),
    ...messages.map(({ author, channel }, at): [string, unknown[]] => [
      `INSERT INTO discord_messages (id, author_name, channel_id, created_at) VALUES (?, ?, ?, '2025-12-01 00:00:00.000000')`,
      [at * 7 + 1, author?.toWellFormed() ?? null, channel],
    ]),
  ]
}
