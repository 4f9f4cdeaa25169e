import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Sqlite from 'better-sqlite3'
import { expect } from 'chai'
import { dataSource } from '../../../ormconfig.ts'
import { loadBots } from '../../fixture/load-bots.ts'
import { loadProfile } from '../../fixture/load-profile.ts'
import { writeRows } from '../../fixture/write-rows.ts'
import { anonymousStep } from '../measurement/anonymous-step.ts'
import { anonymousUnmatched } from '../measurement/anonymous-unmatched.ts'
import { changedAnswers } from '../measurement/changed-answers.ts'
import { differingAnswers } from '../measurement/differing-answers.ts'
import { differingRows } from '../measurement/differing-rows.ts'
import { explainUnmatched } from '../measurement/explain-unmatched.ts'
import { missingValues, renumbered, sharedValues } from '../measurement/key-faults.ts'
import { matchRate } from '../measurement/match-rate.ts'
import type { Measurement } from '../measurement/measurement.ts'
import { spelledOtherwise } from '../measurement/spelled-otherwise.ts'
import { unexpectedSteps } from '../measurement/timeline.ts'
import { unlinkedCauses } from '../measurement/unlinked-causes.ts'
import { wrongLinks } from '../measurement/wrong-links.ts'
import { migrate } from '../migration/migrate.ts'
import { observeAnswers } from '../observation/observe-answers.ts'
import { observeDifferences } from '../observation/observe-differences.ts'
import { observeLinkGroups } from '../observation/observe-link-groups.ts'
import { observeNameRows } from '../observation/observe-name-rows.ts'
import { observeValues } from '../observation/observe-values.ts'
import { open } from '../target/open.ts'
import type { OpenTarget } from '../target/open-target.ts'
import { type TemporaryFolder, temporaryFolder } from '../target/testing/temporary-folder.ts'
import { openWorkspace, type Workspace } from '../target/workspace.ts'
import { NO_ALIASES } from '../vocabulary/aliases.ts'
import { anonymousMessage } from '../vocabulary/anonymous-message.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { Pseudonyms } from '../vocabulary/pseudonyms.ts'
import { anonymousJudgement } from './anonymous-judgement.ts'
import { judge } from './judge.ts'
import { atLeast, none } from './tolerance.ts'

/** What makes gates of every kind break: lost and wrong links, names spelled otherwise, two members of one name. */
const DAMAGE = `DROP TRIGGER trg_clan_members_keep_id_update; DROP INDEX uq_clan_members_username;
  UPDATE discord_messages SET user_id = NULL WHERE id % 3 = 0;
  UPDATE discord_messages SET user_id = (SELECT min(id) FROM clan_members) WHERE id % 3 = 1;
  UPDATE discord_messages SET author_name = substr(author_name, 1, 2) || '_' || substr(author_name, 3), user_id = NULL
    WHERE id % 5 = 0;
  UPDATE clan_members SET id = id + 1000;
  UPDATE clan_members SET username = (SELECT max(username) FROM clan_members) WHERE id % 7 = 0;`
const MESSAGES = { table: 'discord_messages', key: 'author_name', link: 'user_id' }
/** Shorter ones are parts of any text, and one that somebody chose is a word of SQL. */
const SHORTEST = 4
const WORD = 'NULL'

describe('the anonymous evidence of a breached run', () => {
  let folder: TemporaryFolder
  let workspace: Workspace
  let past: OpenTarget
  const names = new Set<string>()

  before(async () => {
    folder = await temporaryFolder()
    workspace = await openWorkspace({ STAGEGATE_CACHE: join(folder.path, 'cache') })
    past = await open({ workspace, dataSource, label: 'tiny' })
    await migrate(past, 'DedupSnapshots')
    await writeRows({ target: past, profile: await loadProfile('tiny') })
    for (const [table, column] of [
      ['clan_members', 'username'],
      ['wom_snapshots', 'username'],
      ['discord_messages', 'author_name'],
    ] as const) {
      const values = await observeValues(past, { table, columns: [column] })
      for (const [name] of values) if (name && name !== WORD && [...name].length >= SHORTEST) names.add(name)
    }
  })
  after(async () => {
    await past[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  /** The past, changed by hand. */
  async function changed(sql: string): Promise<OpenTarget> {
    const target = await open({ workspace, dataSource, source: past.location, label: 'tiny' })
    change(target, sql)
    return target
  }

  function namesIn(evidence: unknown): readonly string[] {
    const text = JSON.stringify(evidence).toLowerCase()
    return [...names].filter((name) => text.includes(JSON.stringify(name).slice(1, -1).toLowerCase()))
  }

  it('is about names that it could tell', () => {
    expect(names.size).to.be.greaterThan(40)
  })

  it('names nobody in its judgements, nor in what steps say of them', async () => {
    await using sound = await changed('SELECT 1')
    await using broken = await changed('SELECT 1')
    for (const target of [sound, broken]) await migrate(target, 'head')
    change(broken, DAMAGE)
    const breached = (await measurements(sound, broken))
      .map((measurement) => judge(measurement, measurement.unit === 'share' ? atLeast(1) : none))
      .filter(({ outcome }) => outcome !== 'held')
    expect(breached.length).to.be.greaterThan(9)
    expect(namesIn(breached).length).to.be.greaterThan(9)
    expect(namesIn(breached.map(anonymousJudgement))).to.deep.equal([])
    const said = breached.map(
      ({ subject, measured, witnesses }) =>
        `${subject}: ${measured}${witnesses.map(({ where, what }) => `\n  ${where}: ${what}`).join('')}`,
    )
    expect(namesIn(said).length).to.be.greaterThan(9)
    expect(namesIn(said.map(anonymousMessage))).to.deep.equal([])
  })

  it('names nobody among rows without a link', async () => {
    await using target = await changed('SELECT 1')
    await migrate(target, 'head')
    const explained = explainUnmatched(
      'm.user_id',
      await nameRowsOf(target),
      await membersOf(target),
      NO_ALIASES,
    )
    expect(namesIn(explained).length).to.be.greaterThan(9)
    expect(namesIn(anonymousUnmatched(explained, new Pseudonyms()))).to.deep.equal([])
  })

  for (const [why, sql] of [
    [
      'rows that are there twice',
      `DROP INDEX uq_wom_snapshots_user_ts; DELETE FROM migrations WHERE name LIKE 'Dedup%';
       UPDATE wom_snapshots SET timestamp = (SELECT min(timestamp) FROM wom_snapshots) WHERE id % 2 = 0`,
    ],
    [
      'ids that not everybody has',
      'ALTER TABLE clan_members ADD COLUMN id INTEGER; UPDATE clan_members SET id = 7',
    ],
  ] as const) {
    it(`names nobody in a migration that fails: ${why}`, async () => {
      await using target = await changed(sql)
      const steps = await migrate(target, 'head')
      const named = steps.map(withNames)
      expect(steps.at(-1)?.failure, JSON.stringify(steps)).not.to.equal(undefined)
      expect(namesIn(named).length).to.be.greaterThan(1)
      expect(namesIn(named.map(anonymousStep))).to.deep.equal([])
      const judgement = judge(unexpectedSteps(named, ['NormalizeUserIds']), none)
      expect(namesIn(anonymousJudgement(judgement))).to.deep.equal([])
    })
  }

  /** As a migration whose statements hold names would have it. */
  function withNames(step: MigrationStep): MigrationStep {
    const literals = [...names].slice(0, 9).map((name) => `'${name.replaceAll("'", "''")}'`)
    const sql = `DELETE FROM "t" WHERE "name" IN (${literals.join(', ')})`
    return { ...step, slowest: [...step.slowest, { sql, calls: 1, milliseconds: 1, rows: 1 }] }
  }
})

async function measurements(sound: OpenTarget, broken: OpenTarget): Promise<readonly Measurement[]> {
  const groups = await observeLinkGroups(broken, MESSAGES)
  const pairs = { table: 'clan_members', columns: ['username', 'id'] }
  const [before, now] = [await observeValues(sound, pairs), await observeValues(broken, pairs)]
  const members = await membersOf(broken)
  const parents = now.map(([name = null, id = null]) => ({ id, name }))
  const rows = { discord_messages: { key: ['id'], columns: ['author_name', 'user_id'] } }
  const queries = [
    {
      name: 'who wrote',
      sql: "SELECT author_name AS author FROM discord_messages WHERE author_name <> '' ORDER BY id",
    },
    {
      name: 'who fails',
      sql: `SELECT nowhere FROM discord_messages WHERE author_name = '${members[0]?.replaceAll("'", "''")}'`,
    },
  ]
  const answers = async (target: OpenTarget) => observeAnswers(target, queries)
  const known = { members, everMembers: [], bots: loadBots() }
  const byName = (values: typeof now) =>
    new Map(values.map(([name = null, id]) => [String(name), { name, id }]))
  return [
    matchRate('m.user_id', groups),
    wrongLinks('m.user_id', groups, parents, 'ignoring case'),
    unlinkedCauses('m.user_id', groups, known).unexplained,
    spelledOtherwise('m.user_id', await nameRowsOf(broken), members, NO_ALIASES),
    sharedValues(
      'clan_members.username',
      now.map(([name = null]) => [name]),
    ),
    missingValues('clan_members', ['username', 'id'], [...now, [members[0] ?? null, null]]),
    renumbered('clan_members.id', before, now),
    differingAnswers('numbers', byName(before), byName(now)),
    differingRows(rows, await observeDifferences(broken, sound, rows)),
    ...changedAnswers(await answers(sound), await answers(broken)),
  ]
}

function nameRowsOf(target: OpenTarget) {
  return observeNameRows(target, {
    table: 'discord_messages',
    name: 'author_name',
    link: 'user_id',
    moment: 'created_at',
  })
}

async function membersOf(target: OpenTarget): Promise<readonly string[]> {
  const values = await observeValues(target, { table: 'clan_members', columns: ['username'] })
  return values.flatMap(([name]) => name ?? [])
}

function change({ location }: OpenTarget, sql: string): void {
  const database = new Sqlite(location)
  try {
    database.pragma('foreign_keys = OFF')
    database.exec(sql)
  } finally {
    database.close()
  }
}
