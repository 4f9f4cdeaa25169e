import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunDocument } from '../harness/verdict/decision.ts'
import { type TemporaryProject, temporaryProject } from './testing/temporary-project.ts'
import { gates, TINY_STEPS } from './testing/tiny-plan.ts'

const VERIFY = ['verify', '--profile', 'tiny'] as const
/** Outside any repository: the state of this one's work tree is not what is tested. */
const ENV = { GIT_DIR: '/nowhere' }
const HOLDS = ['Then it holds']

async function saved(project: TemporaryProject, folder = 'reports'): Promise<RunDocument> {
  return JSON.parse(await project.read(`${folder}/run.json`)) as RunDocument
}

const run = (project: TemporaryProject, ...args: readonly string[]) => project.run(args, undefined, ENV)
const PLAN = {
  'features/a.feature': gates({ DAT301: HOLDS, DAT302: HOLDS, DAT303: HOLDS }),
  'features/b.feature': gates({ MIG101: HOLDS, MIG102: HOLDS }),
  ...TINY_STEPS,
}

describe('stagegate verify --shard and stagegate merge', { concurrency: 2 }, () => {
  it('makes of shards what the run in one piece is', async () => {
    await using project = await temporaryProject(PLAN)
    const shards = await Promise.all(
      [1, 2].map((index) => run(project, ...VERIFY, '--shard', `${index}/2`, '--reports', `shards/${index}`)),
    )
    expect(shards.map(({ code }) => code)).to.deep.equal([0, 0])
    expect(shards[1]?.stdout).to.match(
      /^GO for 2 of 5 gates only \(shard 2 of 2\) on SQLite 3\.0\.0: this is not a verdict on the whole plan$/m,
    )
    const second = await saved(project, 'shards/2')
    expect([second.complete, second.run.selection]).to.deep.equal([
      false,
      { tags: null, complete: true, shard: { index: 2, of: 2 } },
    ])
    expect(second.run.scenarios.map(({ uri, line }) => `${uri}:${line}`)).to.deep.equal([
      'features/a.feature:10',
      'features/b.feature:5',
    ])
    expect(second.run.environment.command).to.equal('npx stagegate verify --profile tiny --shard 2/2')
    expect(await project.list('shards/2')).not.to.include('history')

    const merged = await run(project, 'merge', 'shards/1', 'shards/2/run.json')
    expect([merged.code, merged.stderr], merged.stdout).to.deep.equal([0, ''])
    const document = await saved(project)
    expect(document.run.environment.command).to.equal('npx stagegate merge shards/1 shards/2/run.json')
    expect(await project.list('reports')).to.include.members([
      'cucumber.html',
      'cucumber-sqlite-1-of-2.html',
      'cucumber-sqlite-2-of-2.html',
      'history',
      'index.html',
    ])
    expect(await project.read('reports/cucumber.html')).to.include('href="cucumber-sqlite-2-of-2.html"')

    await run(project, ...VERIFY, '--reports', 'whole')
    const whole = await saved(project, 'whole')
    const { since: _, run: __, ...decided } = document
    expect(decided).to.deep.equal({ ...decided, ...{ verdict: whole.verdict, gates: whole.gates } })
    expect([document.sentence, document.complete]).to.deep.equal([whole.sentence, true])

    await run(project, ...VERIFY)
    expect(await project.list('reports')).not.to.include('cucumber-sqlite-1-of-2.html')
  })

  it('is UNPROVEN without one of them, and empty where there are more of them than scenarios', async () => {
    await using project = await temporaryProject(PLAN)
    const empty = await run(project, ...VERIFY, '--shard', '6/6', '--reports', 'six')
    expect(empty.code).to.equal(2)
    expect(empty.stdout).to.match(/^UNPROVEN: shard 6 of 6 has no scenario; asked of SQLite/m)
    const merged = await run(project, 'merge', 'six', '--json')
    const { verdict, reasons } = JSON.parse(merged.stdout) as RunDocument
    expect([merged.code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(reasons.slice(0, 5)).to.deep.equal(
      [1, 2, 3, 4, 5].map((index) => `shard ${index} of 6 on SQLite is missing`),
    )
  })

  it('deals out on each engine', async () => {
    await using project = await temporaryProject({
      ...PLAN,
      'features/a.feature': PLAN['features/a.feature'].replace('@DAT301', '@DAT301 @engine:postgres'),
    })
    const both = ['--engine', 'sqlite', '--engine', 'postgres'] as const
    for (const index of [1, 2]) {
      const { code, stdout } = await run(
        project,
        ...VERIFY,
        ...both,
        '--shard',
        `${index}/2`,
        '--reports',
        `${index}`,
      )
      expect(code, stdout).to.equal(0)
    }
    const { code, stdout } = await run(project, 'merge', '1', '2')
    expect(code, stdout).to.equal(0)
    expect(stdout).to.match(
      /^GO: all 5 gates held on SQLite 3\.0\.0 and PostgreSQL 15\.0, resting on 9 judgements/m,
    )
    expect(await project.list('reports')).to.include.members([
      'cucumber-postgres.html',
      'cucumber-postgres-1-of-2.html',
      'cucumber-sqlite-2-of-2.html',
    ])
  })

  it('refuses what is no shard, and what is no run', async () => {
    await using project = await temporaryProject({ ...PLAN, 'old/run.json': '{"format":1}' })
    for (const bad of ['0/3', '4/3', 'x', '1', '1/0', '-1/2', '1/2/3', '1.5/2']) {
      const { code, stderr } = await run(project, ...VERIFY, `--shard=${bad}`)
      expect([code, stderr.split('\n')[0]]).to.deep.equal([
        2,
        `Option '--shard <i/n>' argument '${bad}' is invalid. The second of three shards is 2/3; the first is 1/3.`,
      ])
    }
    const old = await run(project, 'merge', 'old')
    expect([old.code, old.stderr]).to.satisfy(
      ([code, text]: [number, string]) => code === 2 && /its format is 1/.test(text),
    )
    expect((await run(project, 'merge', 'nowhere')).stderr).to.match(/^The saved run cannot be read\./)
    expect((await run(project, 'merge')).stderr).to.match(/^Missing required argument 'run'\./)
    expect(await project.list('reports')).to.deep.equal([])
  })
})

describe('stagegate verify --rerun', { concurrency: 2 }, () => {
  const FLAKY = `
import { existsSync, writeFileSync } from 'node:fs'
import { Given } from '@cucumber/cucumber'
Given('it times out once', () => {
  if (existsSync('ran')) return
  writeFileSync('ran', '')
  throw new Error('function timed out')
})
`
  it('runs again what could not judge, and the merge lets it count', async () => {
    await using project = await temporaryProject({
      ...PLAN,
      'features/b.feature': gates({ MIG101: ['Given it times out once', ...HOLDS], MIG102: HOLDS }),
      'step-definitions/flaky.ts': FLAKY,
    })
    expect((await run(project, ...VERIFY)).code).to.equal(2)
    const again = await run(project, ...VERIFY, '--rerun', 'reports/run.json', '--reports', 'again')
    expect(again.code, again.stdout).to.equal(0)
    const { run: rerun } = await saved(project, 'again')
    expect(rerun.scenarios.map(({ line }) => line)).to.deep.equal([5])
    expect(rerun.environment.command).to.equal('npx stagegate verify --profile tiny features/b.feature:5')

    const merged = await run(project, 'merge', 'reports', 'again', '--reports', 'merged')
    expect(merged.code, merged.stdout).to.equal(0)
    const document = await saved(project, 'merged')
    expect(document.complete).to.equal(true)
    expect(document.run.superseded.map(({ uri, line, status }) => `${uri}:${line} ${status}`)).to.deep.equal([
      'features/b.feature:5 failed',
    ])

    for (const [more, why] of [
      [['features'], 'What did not hold is run again, and feature files are named besides.'],
      [['--shard', '1/2'], 'What did not hold is run again, and --shard is named besides.'],
      [
        ['--profile', 'staging'],
        'The run of reports was about the fixture tiny, and this one is about staging.',
      ],
    ] as const) {
      const refused = await run(project, ...VERIFY, '--rerun', 'reports', ...more)
      expect([refused.code, refused.stderr.split('\n')[0]]).to.deep.equal([2, why])
    }
    const nothing = await run(project, ...VERIFY, '--rerun', 'merged')
    expect([nothing.code, nothing.stderr.split('\n')[0]]).to.deep.equal([
      2,
      'There is nothing to run again: every scenario of the run on SQLite held.',
    ])
  })

  it('runs one scenario by its line, and refuses a line where none begins', async () => {
    await using project = await temporaryProject(PLAN)
    const one = await run(project, ...VERIFY, 'features/a.feature:10')
    expect(one.code).to.equal(0)
    expect((await saved(project)).run.scenarios.map(({ gate }) => gate)).to.deep.equal(['DAT302'])
    const none = await run(project, ...VERIFY, 'features/a.feature:9')
    expect([none.code, none.stderr.split('\n')[0]]).to.deep.equal([
      2,
      'No scenario begins at features/a.feature:9.',
    ])
    expect(none.stderr).to.include('the nearest is features/a.feature:10.')
  })
})
