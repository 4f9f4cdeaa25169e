import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { newMigration } from './new-migration.ts'

const BASELINE = { tables: [{ name: 'records', primaryKey: ['id'], foreignKeys: [] }] }
const PROJECT: Readonly<Record<string, string>> = {
  'ormconfig.ts': '',
  'features/migrations/first.feature': `Feature: first
  @MIG101
  Rule: it goes through
    Scenario: from nothing
      Given an empty database
      When the database migrates to head
      Then every migration goes through
        | First |
    Scenario: by name
      When the database migrates to "First"
`,
  'features/harness/red-twins.feature': `@harness
Feature: twins
  @HAR903
  Rule: each breaches its gate
    Scenario Outline: <gate>
      When the plan runs on the red twin of "<gate>"
      Examples:
        | gate   |
        | MIG101 |
        | SCH201 |
        | DAT301 |
`,
  'fixtures/red/MIG101.json': '{}',
  'fixtures/red/DAT301.json': '{}',
  'fixtures/red/SCH203.json': '{}',
  'fixtures/baselines/sqlite/First.json': JSON.stringify(BASELINE),
  'src/schema/migrations/1765832858000-First.ts': '',
  'src/schema/migrations/support/1999999999999-None.ts': '',
  'src/schema/operations/limit-waiting.ts': '',
}
const WRITTEN = [
  'features/migrations/add-rank.feature',
  'fixtures/red/DAT302.json',
  'fixtures/red/MIG102.json',
  'fixtures/red/MIG103.json',
  'fixtures/red/SCH204.json',
  'src/schema/migrations/1767225600000-AddRank.ts',
]

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-migration-'))
  for (const [path, text] of Object.entries(PROJECT)) await write(path, text)
})
afterEach(() => rm(folder, { recursive: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const read = (path: string) => readFile(join(folder, path), 'utf8')

async function files(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(folder.length + 1))
}

async function run(name = 'AddRank', now = '2026-01-01T00:00:00.000Z') {
  let stdout = ''
  const environment = {
    cwd: folder,
    clock: () => new Date(now),
    stdout: new Writable({
      write(chunk, _encoding, done) {
        stdout += chunk
        done()
      },
    }),
  } as unknown as CliEnvironment
  return { code: await newMigration(name, environment), stdout }
}

async function refusal(name?: string): Promise<string> {
  const before = await files()
  const error = await run(name).catch((thrown: unknown) => thrown)
  expect(error).to.be.instanceOf(StagegateError)
  expect(await files()).to.deep.equal(before)
  return (error as StagegateError).message
}

describe('stagegate new migration', () => {
  it('writes a feature with the next free codes, a migration, and a red twin of each gate', async () => {
    const { code } = await run()
    expect(code).to.equal(0)
    expect((await files()).filter((file) => !(file in PROJECT)).sort()).to.deep.equal(WRITTEN)
    const feature = await read('features/migrations/add-rank.feature')
    const tags = [...feature.matchAll(/@\w+/g)].map(([tag]) => tag)
    expect(tags).to.deep.equal(['@MIG102', '@SCH204', '@DAT302', '@MIG103'])
    expect(feature).to.contain('Given the database at "First"\n').and.to.contain('        | AddRank |\n')
    const source = await read('src/schema/migrations/1767225600000-AddRank.ts')
    expect(source).to.contain('export class AddRank1767225600000 implements MigrationInterface')
    expect(source.match(/throw new Error\('AddRank is not written yet/g)).to.have.length(2)
    expect(JSON.parse(await read('fixtures/red/DAT302.json'))).to.deep.equal({
      gate: 'DAT302',
      title: 'AddRank deletes one row',
      migration: 'AddRank',
      afterUp: ['DELETE FROM records WHERE id = (SELECT min(id) FROM records)'],
    })
    expect(await read('features/harness/red-twins.feature')).to.contain(
      '        | MIG101 |\n        | MIG102 |\n        | MIG103 |\n        | SCH201 |\n        | SCH204 |\n',
    )
  })

  it('says what was written and what comes next, with the scenarios that name head until now', async () => {
    const { stdout } = await run()
    expect(stdout).to.match(
      /^Written:\n {2}features\/migrations\/add-rank\.feature: MIG102, SCH204, DAT302, MIG103\n/,
    )
    expect(stdout).to.contain('npx stagegate verify features/migrations/add-rank.feature --profile tiny\n')
    expect(stdout).to.contain(
      'Read the scenarios that say head and name First, which is head no longer:\n     features/migrations/first.feature:4 from nothing\n  ',
    )
    expect(stdout).to.match(
      /npx stagegate verify features\/harness\/red-twins\.feature:10:11:13:15 --profile tiny\n$/,
    )
  })

  it('makes a migration that comes after the last one, whatever the clock says', async () => {
    await run('AddRank', '2020-01-01T00:00:00.000Z')
    expect(await files()).to.contain('src/schema/migrations/1765832858001-AddRank.ts')
  })

  it('leaves to a person what cannot be known: a row to lose, a place for the twins', async () => {
    await rm(join(folder, 'fixtures/baselines'), { recursive: true })
    await rm(join(folder, 'features/harness'), { recursive: true })
    const { stdout } = await run()
    expect(await files()).not.to.contain('fixtures/red/DAT302.json')
    expect(stdout).to.contain('Write the red twin of DAT302: fixtures/red/DAT302.json, where a row is lost\n')
    expect(stdout).to.contain('Have the red twins run: fixtures/red/MIG102.json, fixtures/red/SCH204.json,')
  })

  it('refuses a name that is none or is taken', async () => {
    expect(await refusal('addRank')).to.contain('"addRank" is no name for a migration.')
    expect(await refusal('First')).to.contain('There is a migration called First already.')
  })

  it('refuses a folder that is no such project', async () => {
    await rm(join(folder, 'ormconfig.ts'))
    expect(await refusal()).to.contain('ormconfig.ts is needed')
    await write('ormconfig.ts', '')
    await rm(join(folder, 'src/schema/migrations/1765832858000-First.ts'))
    expect(await refusal()).to.contain('There is no migration yet')
  })

  it('refuses to overwrite a feature, and a plan that it cannot read', async () => {
    await write('features/migrations/add-rank.feature', 'Feature: mine\n')
    expect(await refusal()).to.match(/A file is there already\. Nothing was written\.\n {2}Where: features/)
    expect(await read('features/harness/red-twins.feature')).to.equal(
      PROJECT['features/harness/red-twins.feature'],
    )
    await write('features/migrations/add-rank.feature', 'Scenaro: broken\n')
    expect(await refusal()).to.contain('A feature file does not parse')
  })
})
