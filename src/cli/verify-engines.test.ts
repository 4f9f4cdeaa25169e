import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunDocument } from '../harness/verdict/decision.ts'
import { type TemporaryProject, temporaryProject } from './testing/temporary-project.ts'
import { gates, oneGate, TINY_STEPS } from './testing/tiny-plan.ts'

const VERIFY = ['verify', '--profile', 'tiny'] as const
const ON_POSTGRES = [...VERIFY, '--engine', 'postgres'] as const
const ON_BOTH = [...VERIFY, '--engine', 'sqlite', '--engine', 'postgres', '--engine', 'sqlite'] as const
const OURS = 'codequality.json comment.md history index.html junit.xml run.json summary.md'.split(' ')
const PASSWORD = 'hunter2'
const URL = `postgresql://me:${PASSWORD}@db:5432/postgres`

async function saved(project: TemporaryProject): Promise<RunDocument> {
  return JSON.parse(await project.read('reports/run.json')) as RunDocument
}

async function everyReport(project: TemporaryProject): Promise<string> {
  const history = (await project.list('reports/history')).map((name) => `history/${name}`)
  const names = [...(await project.list('reports')).filter((name) => name !== 'history'), ...history]
  return (await Promise.all(names.map((name) => project.read(`reports/${name}`)))).join('\n')
}

describe('stagegate verify --engine', { concurrency: 2 }, () => {
  it('starts the engine, tells the scenarios where it is, stops it, and says what the verdict speaks for', async () => {
    await using project = await temporaryProject(
      oneGate(
        `Given the parameters are '{"profile":"tiny","engine":"postgres","dataSource":"ormconfig.ts","keep":false}'`,
        `Given the variable 'STAGEGATE_POSTGRES_URL' is 'postgresql://in@container'`,
        'Then it holds',
      ),
    )
    for (const parallel of ['1', '2']) {
      const { code, stdout, stderr } = await project.run(
        [...ON_POSTGRES, '--parallel', parallel],
        undefined,
        {
          STAGEGATE_POSTGRES_IMAGE: 'postgres:18',
        },
      )
      expect([code, stderr], stdout).to.deep.equal([0, 'STARTING postgres:18\nSTOPPED\n'])
      expect(stdout).to.match(/^GO: the one gate held on PostgreSQL 15\.0, resting/m)
    }
    const { run } = await saved(project)
    expect(run.environment.engines).to.deep.equal([{ engine: 'postgres', version: '15.0' }])
    expect(run.environment.command).to.equal(
      'npx stagegate verify --engine postgres --profile tiny --parallel 2',
    )
    expect(await project.read('reports/junit.xml')).to.include('name="engine" value="PostgreSQL 15.0"')
  })

  it('uses the server of the option rather than that of the variable, and never tells its password', async () => {
    await using project = await temporaryProject(
      oneGate(
        `Given the variable 'STAGEGATE_POSTGRES_URL' has a password of ${PASSWORD.length} letters`,
        'Then it holds',
      ),
    )
    const other = { STAGEGATE_POSTGRES_URL: 'postgresql://you:elsewhere@db/x' }
    const cases = [
      { args: [...ON_POSTGRES, '--postgres-url', URL], env: other },
      { args: [...ON_BOTH, '--postgres-url', URL], env: other },
      { args: ON_BOTH, env: { STAGEGATE_POSTGRES_URL: URL } },
    ]
    for (const { args, env } of cases) {
      const { code, stdout, stderr } = await project.run([...args, '--parallel', '2'], undefined, env)
      expect([code, stderr]).to.deep.equal([0, 'STARTING \nSTOPPED\n'])
      expect((await saved(project)).run.environment.command).to.match(
        / # with STAGEGATE_POSTGRES_URL=postgresql:\/\/me@db:5432\/postgres and the password in it$/,
      )
      const isTold = `${stdout}${await everyReport(project)}`.includes(PASSWORD)
      expect(isTold).to.equal(false)
    }
  })

  it('says UNPROVEN when the engine cannot be had, and lists every gate', async () => {
    await using project = await temporaryProject({
      'features/two.feature': gates({ DAT301: ['Then it holds'], DAT302: ['Then it holds'] }),
      ...TINY_STEPS,
    })
    const { code, stdout } = await project.run(ON_POSTGRES, undefined, { PRETEND: 'missing' })
    const { verdict, reasons, gates: results } = await saved(project)
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(reasons).to.deep.equal([
      'the engine is not available: No container engine answers.\n  Next: Start Docker.',
    ])
    expect(results.map((gate) => [gate.code, gate.outcome, gate.selected])).to.deep.equal([
      ['DAT301', 'vacuous', true],
      ['DAT302', 'vacuous', true],
    ])
    expect(stdout).to.match(
      /^UNPROVEN: the engine is not available: No container engine answers;.*asked of PostgreSQL$/m,
    )
    expect(stdout).to.include('Next: Start Docker.')
    expect(await project.list('reports')).to.deep.equal(OURS)
  })

  it('keeps its verdict when the engine cannot be stopped, and says so without a password', async () => {
    await using project = await temporaryProject(oneGate('Then it holds'))
    const { code, stderr } = await project.run(ON_POSTGRES, undefined, { PRETEND: 'stuck' })
    expect(code).to.equal(0)
    expect(stderr).to.match(/PostgreSQL could not be stopped: postgresql:\/\/me@db does not let go/)
  })

  it('refuses bad input before it starts anything', async () => {
    await using project = await temporaryProject(oneGate('Then it holds'))
    const { code, stderr } = await project.run([...ON_BOTH, '--tags', '@DAT310'])
    expect(code).to.equal(2)
    expect(stderr).to.match(/^No scenario of the plan has the tag "@DAT310"/)
    expect(stderr).not.to.include('STARTING')
  })
})

describe('stagegate verify on several engines', { concurrency: 2 }, () => {
  const PLAN = {
    'features/three.feature': gates({
      DAT301: ['Then it holds'],
      DAT302: ['Then it holds'],
      DAT303: ['Then it holds'],
    })
      .replace('@DAT302', '@DAT302 @engine:postgres')
      .replace('@DAT303', '@DAT303 @engine:sqlite'),
    ...TINY_STEPS,
  }

  it('makes one verdict of all, side by side, with the reports of each', async () => {
    await using project = await temporaryProject({ ...PLAN, 'reports/cucumber.html': 'of an earlier run' })
    const { code, stdout, stderr } = await project.run([...ON_BOTH, '--parallel', '2'])
    expect([code, stderr], stdout).to.deep.equal([0, 'STARTING \nSTOPPED\n'])
    expect(stdout).to.match(
      /^GO: all 3 gates held on SQLite 3\.0\.0 and PostgreSQL 15\.0, resting on 4 judgements of 40 rows/m,
    )
    const { run, gates: results } = await saved(project)
    expect(run.engines).to.deep.equal(['sqlite', 'postgres'])
    expect(results.map(({ byEngine }) => byEngine.map(({ engine }) => engine))).to.deep.equal([
      ['sqlite', 'postgres'],
      ['postgres'],
      ['sqlite'],
    ])
    expect(await project.list('reports')).to.deep.equal(
      [...OURS, 'cucumber-sqlite.html', 'cucumber-postgres.html'].sort(),
    )
    expect(await project.read('reports/cucumber-postgres.html')).to.include('PostgreSQL 15.0')
    expect(await project.read('reports/junit.xml')).to.match(/, on SQLite"[\s\S]*, on PostgreSQL"/)
    expect(run.environment.command).to.equal(
      'npx stagegate verify --engine sqlite --engine postgres --profile tiny --parallel 2',
    )
    const again = await project.run(['report', 'reports/run.json', '--format', 'json'])
    expect([again.code, again.stdout]).to.deep.equal([0, await project.read('reports/run.json')])
  })

  it('is a NO-GO when a gate is breached on one, and prints nothing but the document with --json', async () => {
    await using project = await temporaryProject(oneGate(`Then it is breached on 'postgres'`))
    const { code, stdout } = await project.run([...ON_BOTH, '--json'])
    const document = JSON.parse(stdout) as RunDocument
    expect([code, document.verdict]).to.deep.equal([1, 'NO-GO'])
    expect(document.gates[0]?.byEngine.map(({ outcome }) => outcome)).to.deep.equal(['held', 'breached'])
  })

  it('is UNPROVEN when one engine cannot be had, although all holds on the other', async () => {
    await using project = await temporaryProject(PLAN)
    const { code } = await project.run(ON_BOTH, undefined, { PRETEND: 'missing' })
    const { verdict, reasons, gates: results, run } = await saved(project)
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(reasons[0]).to.match(/^on PostgreSQL, the engine is not available: No container engine answers\./)
    expect(results.map((gate) => `${gate.code} ${gate.outcome}`)).to.deep.equal([
      'DAT301 vacuous',
      'DAT302 vacuous',
      'DAT303 held',
    ])
    expect(run.environment.engines.map(({ engine }) => engine)).to.deep.equal(['sqlite'])
    expect(await project.list('reports')).to.deep.equal(['cucumber-sqlite.html', ...OURS].sort())
  })

  it('is UNPROVEN when a process ends before it has a verdict', async () => {
    await using project = await temporaryProject(
      oneGate(`Given the process exits with 0 on 'sqlite'`, 'Then it holds'),
    )
    const { code } = await project.run(ON_BOTH)
    const { verdict, reasons } = await saved(project)
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(reasons[0]).to.match(
      /^on SQLite, the run gave no readable document, and its process ended with exit code 2: The saved run is not JSON/,
    )
  })

  it('is UNPROVEN when a process ends otherwise than it says', async () => {
    await using project = await temporaryProject(
      oneGate('Given the process will exit with 3 after all', 'Then it holds'),
    )
    const { code } = await project.run(ON_BOTH)
    const { verdict, reasons } = await saved(project)
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(reasons[0]).to.equal('on SQLite, the run says GO, and its process ended with exit code 3')
  })

  it('is UNPROVEN when the text of the plan changes between the runs', async () => {
    const changing = `
import { writeFileSync } from 'node:fs'
import { AfterAll } from '@cucumber/cucumber'
AfterAll(() => writeFileSync('features/one.feature', ${JSON.stringify(gates({ DAT302: ['Then it holds'] }))}))
`
    await using project = await temporaryProject({
      ...oneGate('Then it holds'),
      'step-definitions/changing.ts': changing,
    })
    const { code } = await project.run(ON_BOTH)
    const { reasons } = await saved(project)
    expect(code).to.equal(2)
    expect(reasons.join('\n'))
      .to.include('DAT301 is missing from the plan that ran on PostgreSQL')
      .and.include('DAT302 is missing from the plan that ran on SQLite')
  })
})

describe('stagegate verify that is stopped', { concurrency: 2 }, () => {
  const cases: readonly (readonly [string, readonly string[], string, Record<string, string>])[] = [
    ['while the engine runs', ON_POSTGRES, 'LONG', {}],
    ['while its workers run', [...ON_POSTGRES, '--parallel', '2'], 'LONG', {}],
    ['while the engine starts', ON_POSTGRES, 'STARTING', { PRETEND: 'slow' }],
    ['on several engines', ON_BOTH, 'LONG', {}],
  ]
  for (const [when, args, at, env] of cases)
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      it(`stops the engine, too: ${when}, by ${signal}`, { timeout: 25_000 }, async () => {
        const onSqlite =
          when === 'on several engines' ? [`Given something long on 'postgres'`] : ['Given something long']
        await using project = await temporaryProject({ ...oneGate(...onSqlite), 'reports/run.json': 'old' })
        const onOutput = (text: string, kill: (signal: NodeJS.Signals) => void) => {
          if (text.includes(at)) kill(signal)
        }
        const { code, stderr } = await project.run(args, onOutput, env)
        expect(code, stderr).to.equal(130)
        expect(stderr.replace('LONG', '')).to.equal('STARTING \nSTOPPED\nInterrupted. Nothing was written.\n')
        expect(await project.list('reports')).to.deep.equal(['run.json'])
        expect(await project.read('reports/run.json')).to.equal('old')
      })
})
