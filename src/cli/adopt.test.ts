import { Writable } from 'node:stream'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { SourceRecord } from '../harness/vocabulary/source-record.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { type AdoptOptions, adopt } from './adopt.ts'
import type { CliEnvironment } from './cli-environment.ts'
import type { Adoption, AdoptionRequest, Ports } from './ports.ts'

const SOURCE: SourceRecord = {
  engine: 'sqlite',
  location: 'clan.db',
  bytes: 1,
  rows: 1,
  copiedAt: '2026-01-01T00:00:00.000Z',
  at: 'DedupSnapshots',
  knownBy: 'alembic_version',
  facts: ['alembic_version says dedup_snaps_002, which is DedupSnapshots'],
  findings: [
    { kind: 'extra', object: 'index idx_\u202eby_hand', what: 'is not expected: on clan_members (role)' },
  ],
  doubt: null,
}
const PLAN: Adoption = {
  source: SOURCE,
  migrations: ['InitialSchema', 'DedupSnapshots'],
  obstacles: [],
  unfound: [],
  backup: null,
  unchecked: [],
}
const MISSING = { kind: 'missing', object: 'index idx_a', what: 'is missing' } as const
const OPTIONS: AdoptOptions = { database: 'clan.db', backups: 'backups', dataSource: 'ormconfig.ts' }

/** Runs the command; what it would find is given. */
async function run(options: AdoptOptions, found: Partial<Adoption> = {}, env: Record<string, string> = {}) {
  const asked: (readonly [string, AdoptionRequest])[] = []
  let stdout = ''
  const answer = (what: string) => async (request: AdoptionRequest) => {
    asked.push([what, request])
    return { ...PLAN, ...found }
  }
  const adoption: Ports['adoption'] = { plan: answer('plan'), adopt: answer('adopt') }
  const ports = {
    adoption,
    databases: { check: async (database: string) => ({ engine: 'sqlite', location: database }) },
    engines: {
      start: async () => ({
        engine: 'sqlite',
        version: '3',
        variables: {},
        async [Symbol.asyncDispose]() {},
      }),
    },
  } as unknown as Ports
  const sink = new Writable({
    write(chunk, _encoding, done) {
      stdout += chunk
      done()
    },
  })
  const environment: CliEnvironment = {
    cwd: '/clan',
    env,
    stdout: sink,
    stderr: sink,
    clock: () => new Date(0),
    signals: { on() {}, off() {} },
    script: '',
    setVariables() {},
    ports,
  }
  return { code: await adopt(options, environment), stdout, asked }
}

describe('stagegate adopt', () => {
  it('only plans without --yes, says what it would do, and is not done', async () => {
    const { code, stdout, asked } = await run(OPTIONS)
    expect(code).to.equal(2)
    expect(asked.map(([what]) => what)).to.deep.equal(['plan'])
    expect(stdout).to.equal(`clan.db: it stands at DedupSnapshots, by Alembic's record
  alembic_version says dedup_snaps_002, which is DedupSnapshots
1 object is not as DedupSnapshots leaves it:
  extra     index idx_\\u{202e}by_hand is not expected: on clan_members (role)
It would record 2 migrations: InitialSchema, DedupSnapshots.
Nothing was written. Add --yes to take a backup into /clan/backups and record them.
`)
  })

  it('does it with --yes, and says where the backup is', async () => {
    const done = { backup: '/clan/backups/a.db', unchecked: ['its rows were not read'] }
    const { code, stdout, asked } = await run({ ...OPTIONS, yes: true, accept: ['index idx_a'] }, done)
    expect(code).to.equal(0)
    expect(asked).to.deep.equal([
      [
        'adopt',
        {
          database: 'clan.db',
          dataSource: '/clan/ormconfig.ts',
          accepted: ['index idx_a'],
          backups: '/clan/backups',
        },
      ],
    ])
    expect(stdout).to.contain(`Recorded and read back: InitialSchema, DedupSnapshots.
The backup of before: /clan/backups/a.db
  not looked at: its rows were not read
`)
  })

  it('is done where the past is recorded already', async () => {
    const { code, stdout } = await run(OPTIONS, {
      source: { ...SOURCE, knownBy: 'migrations' },
      migrations: [],
    })
    expect(code).to.equal(0)
    expect(stdout).to.contain('Its past is recorded already. Nothing was written.')
  })

  it('is not done where nobody can tell, and says why', async () => {
    const source = { ...SOURCE, at: null, knownBy: null, findings: [], doubt: 'it has no tables' }
    const { code, stdout } = await run({ ...OPTIONS, yes: true }, { source, migrations: [] })
    expect(code).to.equal(2)
    expect(stdout).to.match(/^clan\.db: nobody can tell where it stands: it has no tables\n/)
    expect(stdout).to.match(/\nNothing was written\.\n$/)
  })

  it('is not done where something speaks against it, and names each object', async () => {
    const { code, stdout } = await run({ ...OPTIONS, yes: true }, { obstacles: [MISSING] })
    expect(code).to.equal(2)
    expect(stdout).to.contain('Nothing was written: the record would say of 2 migrations')
    expect(stdout).to.contain('\n  missing   index idx_a\n')
    expect((await run(OPTIONS, { obstacles: [MISSING] })).stdout).to.contain(
      'It would be refused: the record',
    )
  })

  it('is not done where a finding is accepted that there is not', async () => {
    const { code, stdout } = await run({ ...OPTIONS, yes: true }, { unfound: ['index idx'] })
    expect(code).to.equal(2)
    expect(stdout).to.contain('there is no finding called "index idx".')
  })

  it('takes the database from the variable, and asks for one where none is named', async () => {
    const { database: _, ...without } = OPTIONS
    const { asked } = await run(without, {}, { STAGEGATE_SOURCE: 'other.db' })
    expect(asked[0]?.[1].database).to.equal('other.db')
    const failure = await run(without).catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(StagegateError)
  })
})
