import { execFileSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { reproducingCommand } from './reproducing-command.ts'

const PLAIN = {
  engines: ['sqlite'],
  server: null,
  profile: 'staging',
  database: null,
  environment: null,
  live: false,
  anonymous: false,
  rawDataBytes: null,
  tags: null,
  shard: null,
  paths: [],
  dataSource: 'ormconfig.ts',
  strict: false,
  parallel: 1,
} as const

describe('the command that reproduces a run', () => {
  it('says no more than it has to', () => {
    expect(reproducingCommand(PLAIN)).to.equal('npx stagegate verify --profile staging')
  })

  it('comes out of a shell as it went in', () => {
    const command = reproducingCommand({
      ...PLAIN,
      rawDataBytes: 10,
      tags: `@a and not (@b or @it's$HOME)`,
      strict: true,
      parallel: 2,
      dataSource: 'my config.ts',
      paths: ['-odd.feature', 'features/`ls`;.feature', ''],
    })
    const words = execFileSync('sh', ['-c', command.replace(/^npx stagegate/, `printf '%s\\n'`)], {
      encoding: 'utf8',
    })
    expect(words.split('\n').slice(0, -1)).to.deep.equal([
      'verify',
      '--profile',
      'staging',
      '--raw-data-bytes',
      '10',
      '--tags',
      `@a and not (@b or @it's$HOME)`,
      '--strict',
      '--parallel',
      '2',
      '--data-source',
      'my config.ts',
      '--',
      '-odd.feature',
      'features/`ls`;.feature',
      '',
    ])
  })

  it('names the shard', () => {
    expect(reproducingCommand({ ...PLAIN, shard: { index: 2, of: 3 } })).to.equal(
      'npx stagegate verify --profile staging --shard 2/3',
    )
  })

  it('names the engines, unless it is the one that nobody has to name', () => {
    const both = reproducingCommand({ ...PLAIN, engines: ['sqlite', 'postgres'] })
    expect(both).to.equal('npx stagegate verify --engine sqlite --engine postgres --profile staging')
    const server = { shown: 'postgresql://me@db:5432/postgres', hasPassword: false }
    expect(reproducingCommand({ ...PLAIN, server })).to.equal('npx stagegate verify --profile staging')
    expect(reproducingCommand({ ...PLAIN, engines: ['postgres'], server })).to.equal(
      'npx stagegate verify --engine postgres --postgres-url postgresql://me@db:5432/postgres --profile staging',
    )
  })

  it('says how to give a password, in a comment to a shell', () => {
    const server = { shown: 'postgresql://me@db:5432/postgres', hasPassword: true }
    const command = reproducingCommand({ ...PLAIN, engines: ['postgres'], server })
    expect(command).to.equal(
      'npx stagegate verify --engine postgres --profile staging # with STAGEGATE_POSTGRES_URL=postgresql://me@db:5432/postgres and the password in it',
    )
    const words = execFileSync('sh', ['-c', command.replace(/^npx stagegate/, 'echo')], { encoding: 'utf8' })
    expect(words).to.equal('verify --engine postgres --profile staging\n')
  })
})
