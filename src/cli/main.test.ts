import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { renderJson } from '../harness/report/render-json.ts'
import { toRunDocument } from '../harness/verdict/to-run-document.ts'
import { sampleRun } from '../plan/testing/sample-run.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { main } from './main.ts'
import type { Ports } from './ports.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-'))
  await writeFile(join(folder, 'ormconfig.ts'), '')
  await writeFile(join(folder, 'file'), '')
})
after(() => rm(folder, { recursive: true }))

const FIXTURE = { name: 'tiny at DedupSnapshots', location: '/cache/tiny.db', bytes: 1_500_000 }
const SERVER = 'postgresql://me:secret@db:5432/postgres'
/** A port that nobody is to come to. */
function refusing<Port extends object>(): Port {
  return new Proxy({} as Port, {
    get: (_, name) => {
      throw new Error(`${String(name)} is not to be asked for`)
    },
  })
}

const PORTS: Ports = {
  engines: {
    start: async () => {
      throw new Error('no engine is to be started')
    },
  },
  adoption: refusing(),
  backups: refusing(),
  databases: refusing(),
  fixtures: {
    profiles: async () => ['production', 'staging', 'tiny'],
    build: async ({ profile }) => ({ ...FIXTURE, name: `${profile} at DedupSnapshots` }),
    list: async () => [FIXTURE, FIXTURE],
    clear: async () => [FIXTURE],
  },
  prepare: async () => {
    throw new Error('no scenario is to be reached')
  },
}

/** What was put into the environment of the process. */
const set: Record<string, string> = {}

async function run(args: readonly string[], ports: Ports = PORTS) {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += chunk
        done()
      },
    })
  const environment: CliEnvironment = {
    cwd: folder,
    env: {},
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    clock: () => new Date(0),
    signals: { on() {}, off() {} },
    script: '',
    setVariables: (variables) => Object.assign(set, variables),
    ports,
  }
  return { code: await main(args, environment), ...written }
}

describe('input that cannot be used', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a command', ['verfy'], /^Unknown command 'verfy'\.\n {2}Did you mean verify\?/],
    ['an option', ['verify', '--strickt'], /^Unknown option '--strickt'\.\n {2}Did you mean --strict\?/],
    ['a number', ['verify', '--parallel', '0'], /argument '0' is invalid\. A whole number, 1 or more/],
    ['a size', ['verify', '--raw-data-bytes', '1e3'], /argument '1e3' is invalid\./],
    [
      'a profile',
      ['verify', '--profile', 'prodution'],
      /no profile "prodution"[\s\S]*Did you mean production\?/,
    ],
    ['a data source', ['verify', '--data-source', 'orm.ts'], /no file "orm\.ts"/],
    ['a tag expression', ['verify', '--tags', '@a and'], /expression "@a and" cannot be read/],
    ['a tag', ['verify', '--tags', '@DAT301'], /No scenario of the plan has the tag "@DAT301"/],
    ['a feature', ['verify', 'features/none.feature'], /no feature file at "features\/none\.feature"/],
    ['a folder of reports', ['verify', '--reports', 'file'], /Reports cannot be written to "file"/],
    ['a saved run that is missing', ['report', 'run.json'], /The saved run cannot be read\./],
    ['a saved run that is none', ['report', 'ormconfig.ts'], /The saved run is not JSON/],
    ['a format', ['report', 'run.json', '--format', 'pdf'], /Allowed choices are text, json, html, markdown/],
    [
      'an engine',
      ['verify', '--engine', 'postgresql'],
      /argument 'postgresql' is invalid\. There are: sqlite, postgres\./,
    ],
    ['an engine of a fixture', ['fixture', 'build', '--engine', 'mysql'], /argument 'mysql' is invalid\./],
    [
      'a server',
      ['verify', '--engine', 'postgres', '--postgres-url', 'mysql://me:secret@db/x'],
      /The URL of the PostgreSQL server cannot be used\. It begins with neither/,
    ],
    ['an empty server', ['verify', '--engine', 'postgres', '--postgres-url', ''], /It is no URL/],
    [
      'a server without its engine',
      ['verify', '--postgres-url', SERVER],
      /A server of PostgreSQL is named, and the run is not on PostgreSQL\./,
    ],
    [
      'keeping what is in a container',
      ['verify', '--engine', 'sqlite', '--engine', 'postgres', '--keep'],
      /cannot be kept in a container\.[\s\S]*--postgres-url/,
    ],
    [
      'a fixture in a container',
      ['fixture', 'build', '--engine', 'postgres'],
      /A fixture on PostgreSQL needs a server that stays\./,
    ],
    ['a server, its option misspelt', ['verify', `--postgres-ulr=${SERVER}`], /me@db/],
    [
      'a server, its option forgotten',
      ['verify', '--engine', 'postgres', SERVER],
      /no feature file at .*me@db/,
    ],
    ['a command of fixtures', ['fixture', 'destroy'], /^Unknown command 'destroy'/],
  ]
  for (const [what, args, message] of cases)
    it(`gets one clear error and exit code 2: ${what}`, async () => {
      const { code, stdout, stderr } = await run(args)
      expect([code, stdout]).to.deep.equal([2, ''])
      expect(stderr).to.match(message)
      expect(stderr).not.to.include('fault in stagegate')
      expect(stderr).not.to.include('secret')
      expect(stderr).not.to.match(/\n {4}at /)
    })

  it('is told from a fault of ours', async () => {
    const profiles = () => Promise.reject(new TypeError('x is undefined'))
    const { code, stderr } = await run(['verify'], { ...PORTS, fixtures: { ...PORTS.fixtures, profiles } })
    expect(code).to.equal(2)
    expect(stderr).to.match(/this is a fault in stagegate[\s\S]*TypeError: x is undefined\n {4}at /)
  })
})

describe('help', () => {
  for (const command of [
    [],
    ['verify'],
    ['report'],
    ['fixture'],
    ['fixture', 'build'],
    ['fixture', 'list'],
    ['fixture', 'clear'],
  ])
    it(`is complete: ${command.join(' ') || 'stagegate'}`, async () => {
      const { code, stdout, stderr } = await run([...command, '--help'])
      expect([code, stderr]).to.deep.equal([0, ''])
      expect(stdout).to.match(/^Usage: stagegate/)
      if (command[0] !== 'fixture' || command.length > 1) expect(stdout).to.match(/\nExit codes:\n {2}0 /)
      if (command.length > 0 && !['list', 'clear'].includes(command[1] ?? ''))
        expect(stdout).to.match(/\nExamples?:\n/)
    })

  it('answers a call without a command, which is an error', async () => {
    const { code, stdout, stderr } = await run([])
    expect([code, stdout]).to.deep.equal([2, ''])
    expect(stderr).to.match(/^Usage: stagegate/)
  })

  it('goes with a version', async () => {
    expect(await run(['--version'])).to.deep.include({ code: 0, stderr: '' })
  })
})

describe('stagegate report', () => {
  const document = toRunDocument(sampleRun({ command: 'the command' }))
  before(() => writeFile(join(folder, 'saved.json'), renderJson(document)))

  it('renders a saved run again and ends with its exit code', async () => {
    const { code, stdout } = await run(['report', 'saved.json'])
    expect([code, document.verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(stdout).to.include(document.sentence)
  })

  it('prints the document as it was', async () => {
    expect((await run(['report', 'saved.json', '--format', 'json'])).stdout).to.equal(renderJson(document))
  })

  it("writes our reports and leaves Cucumber's own alone", async () => {
    const file = (name: string) => join(folder, 'again', name)
    await run(['report', 'saved.json', '--reports', 'again'])
    await writeFile(file('cucumber.html'), 'of Cucumber')
    const { stderr } = await run(['report', 'saved.json', '--reports', 'again', '--format', 'markdown'])
    expect(stderr).to.equal(
      'Reports in again/: run.json, index.html, summary.md, comment.md, junit.xml, codequality.json\n',
    )
    const { readFile } = await import('node:fs/promises')
    expect(await readFile(file('cucumber.html'), 'utf8')).to.equal('of Cucumber')
    expect(await readFile(file('run.json'), 'utf8')).to.equal(renderJson(document))
  })
})

describe('stagegate fixture', () => {
  it('builds, lists and clears', async () => {
    expect(await run(['fixture', 'build', '--profile', 'tiny'])).to.deep.equal({
      code: 0,
      stdout: 'tiny at DedupSnapshots  1.50 MB  /cache/tiny.db\n',
      stderr: '',
    })
    expect((await run(['fixture', 'list'])).stdout).to.match(/\n2 databases, 3\.00 MB\n$/)
    expect((await run(['fixture', 'clear'])).stdout).to.equal('Removed 1 database, 1.50 MB\n')
  })

  it('builds on a server that is named, and tells its password to nobody but who needs it', async () => {
    const { code, stdout, stderr } = await run([
      ...['fixture', 'build', '--profile', 'tiny', '--engine', 'postgres', '--postgres-url', SERVER],
    ])
    expect([code, stdout + stderr]).to.deep.equal([0, 'tiny at DedupSnapshots  1.50 MB  /cache/tiny.db\n'])
    expect(set).to.deep.equal({ STAGEGATE_POSTGRES_URL: SERVER })
  })
})
