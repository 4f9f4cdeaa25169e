import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import type { GateResult, RunDocument } from '../harness/verdict/decision.ts'
import { type TemporaryProject, temporaryProject } from './testing/temporary-project.ts'
import { gates, oneGate, TINY_STEPS } from './testing/tiny-plan.ts'

const OURS = ['codequality.json', 'comment.md', 'index.html', 'junit.xml', 'run.json', 'summary.md']
const ALL = ['cucumber.html', ...OURS].sort()
/** A run of the whole plan leaves its summary to those to come. */
const WHOLE = [...ALL, 'history'].sort()
const VERIFY = ['verify', '--profile', 'tiny'] as const

async function saved(project: TemporaryProject): Promise<RunDocument> {
  return JSON.parse(await project.read('reports/run.json')) as RunDocument
}

const BIN = fileURLToPath(new URL('../../bin/stagegate.mjs', import.meta.url))

describe('the command itself', () => {
  it('runs from any folder, and knows the profiles of its project', async () => {
    await using project = await temporaryProject({})
    const { code, stderr } = await project.node([BIN, 'verify', '--profile', 'tinny'])
    expect(code).to.equal(2)
    expect(stderr).to.match(/Did you mean tiny\?/)
  })
})

/** Two at a time: they are processes, and each takes some seconds. */
describe('stagegate verify', { concurrency: 2 }, () => {
  it('says GO, writes every report and tells what was kept', async () => {
    await using project = await temporaryProject({
      ...oneGate(
        `Given the parameters are '{"profile":"tiny","engine":"sqlite","rawDataBytes":7,"dataSource":"ormconfig.ts","keep":true}'`,
        'Then it holds',
        'And a database is kept',
        'And it chats',
      ),
      'reports/cucumber.html': 'of an earlier run',
      'reports/notes.txt': 'mine',
    })
    const { code, stdout, stderr } = await project.run([...VERIFY, '--keep', '--raw-data-bytes', '7'])
    expect(stderr).to.equal('chatter\n')
    expect(stdout).to.match(/GO: the one gate held/)
    expect(stdout).to.match(
      /Kept: \/kept\/it\.db\nReports in reports\/: run\.json, index\.html, summary\.md, comment\.md, junit\.xml, codequality\.json, cucumber\.html\n$/,
    )
    expect(code).to.equal(0)
    expect(await project.list('reports')).to.deep.equal([...WHOLE, 'notes.txt'].sort())
    for (const name of ALL.filter((each) => each !== 'codequality.json'))
      expect(await project.read(`reports/${name}`), name).to.include(
        'npx stagegate verify --profile tiny --raw-data-bytes 7',
      )
    expect((await saved(project)).verdict).to.equal('GO')
  })

  it('says NO-GO, to people and to programs, and prints nothing but the document with --json', async () => {
    await using project = await temporaryProject(oneGate('Given it chats', 'Then it is breached'))
    const { code, stdout, stderr } = await project.run([
      ...VERIFY,
      '--json',
      '--parallel',
      '2',
      '--reports',
      'out/put',
    ])
    const document = JSON.parse(stdout) as RunDocument
    expect([code, document.verdict, document.gates[0]?.outcome]).to.deep.equal([1, 'NO-GO', 'breached'])
    expect(stdout).to.equal(await project.read('out/put/run.json'))
    expect(stderr).to.match(/^chatter$/m)
    expect(stderr).to.match(/^Reports in out\/put\/: /m)
    expect(await project.list('out/put')).to.deep.equal(WHOLE)
    expect(await project.read('out/put/cucumber.html')).not.to.include('<b>wrong</b>')
  })

  it('shows a breach at its line where GitHub runs, behind a text that nobody obeys', async () => {
    await using project = await temporaryProject(oneGate('Then it is breached'))
    const github = { GITHUB_ACTIONS: 'true' }
    const { code, stdout } = await project.run(VERIFY, undefined, github)
    expect(code).to.equal(1)
    expect(stdout).to.match(
      /^::stop-commands::([\w-]+)\n[\s\S]*\nNO-GO: .*\n::\1::\nReports in reports\/: .*\n::error file=features\/one\.feature,line=5,title=DAT301 breached%3A DAT301 is right::.*\n$/,
    )
    const none = await project.run([...VERIFY, '--annotations', 'none'], undefined, github)
    expect(none.stdout).not.to.include('::error')
  })

  it('says UNPROVEN for whatever is no evidence', async () => {
    await using project = await temporaryProject({
      'features/all.feature': `${gates({
        DAT301: ['Then it holds'],
        DAT302: ['Then nobody knows what'],
        DAT303: ['Then it is pending'],
        DAT304: ['Then it is skipped'],
        DAT305: ['Then twice'],
        DAT306: ['Then it is vacuous'],
        DAT307: ['Given a start'],
        DAT308: [],
        DAT309: ['Then it holds', '', 'Senario: forgotten'].slice(0, 1),
        DAT310: ['Then garbage is submitted'],
      })}\n\n  @DAT311\n  Rule: hides one\n    Senario: gone\n\n    Scenario: there\n      Then it holds\n`,
      ...TINY_STEPS,
    })
    const { code, stdout } = await project.run(VERIFY)
    const { verdict, gates: results, run } = await saved(project)
    const outcomes = Object.fromEntries(results.map((gate: GateResult) => [gate.code, gate.outcome]))
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(stdout).to.include('UNPROVEN: ')
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome === 'held')).to.deep.equal([
      ['DAT301', 'held'],
      ['DAT309', 'held'],
      ['DAT311', 'held'],
    ])
    expect(run.scenarios.map(({ status }) => status)).to.deep.equal([
      'passed',
      'undefined',
      'pending',
      'skipped',
      'ambiguous',
      'passed',
      'passed',
      'unknown',
      'passed',
      'passed',
      'passed',
    ])
    expect(run.findings.map(({ message }) => message)).to.satisfy((messages: string[]) =>
      ['hides what looks like a misspelt keyword', 'has no steps'].every((part) =>
        messages.some((message) => message.includes(part)),
      ),
    )
    expect(run.errors.join()).to.include('a piece of evidence could not be read')
  })

  it('says UNPROVEN when no scenario matches, and never reads like a verdict on the whole plan', async () => {
    await using project = await temporaryProject({
      'features/two.feature': gates({ DAT301: ['Then it holds'], DAT302: ['Then it holds'] }),
      ...TINY_STEPS,
    })
    const none = await project.run([...VERIFY, '--tags', '@DAT301 and @DAT302'])
    expect([none.code, (await saved(project)).verdict]).to.deep.equal([2, 'UNPROVEN'])
    const one = await project.run([...VERIFY, '--tags', '@DAT301'])
    const document = await saved(project)
    expect([one.code, document.verdict, document.complete]).to.deep.equal([0, 'GO', false])
    expect(document.gates.map(({ selected }) => selected)).to.deep.equal([true, false])
    expect(await project.run([...VERIFY, 'features/two.feature'])).to.have.property('code', 0)
    expect((await saved(project)).complete).to.equal(false)
  })

  it('says UNPROVEN when a feature does not parse, and writes what reports there can be', async () => {
    await using project = await temporaryProject({
      ...oneGate('Then it holds'),
      'features/b.feature': 'Featur: b\n',
    })
    const { code, stdout } = await project.run([...VERIFY, '--tags', '@in-the-other-file'])
    const { verdict, run } = await saved(project)
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(run.errors, run.errors.join('\n')).to.have.length(1)
    expect(run.errors[0]).to.match(/^features\/b\.feature does not parse: \(1:1\)/)
    expect(run.gates.map((gate) => gate.code)).to.deep.equal(['DAT301'])
    expect(stdout).to.match(/Not written, because the run broke off: cucumber\.html\n$/)
    expect(await project.list('reports')).to.deep.equal(OURS)
  })

  it('says UNPROVEN when a hook of the whole run fails', async () => {
    await using project = await temporaryProject({
      ...oneGate('Then it holds'),
      'step-definitions/hooks.ts': `import { BeforeAll } from '@cucumber/cucumber'\nBeforeAll(() => { throw new Error('no fixture') })\n`,
    })
    const { code } = await project.run(VERIFY)
    const { verdict, run } = await saved(project)
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(run.errors).to.have.length(1)
    expect(run.errors[0]).to.match(
      /^the BeforeAll hook at step-definitions\/hooks\.ts:2 failed: .*no fixture/,
    )
  })

  it('says UNPROVEN when step definitions cannot be loaded', async () => {
    await using project = await temporaryProject({
      ...oneGate('Then it holds'),
      'step-definitions/bad.ts': `import './nowhere.ts'`,
    })
    const { code } = await project.run(VERIFY)
    const { verdict, run } = await saved(project)
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(run.errors[0]).to.match(/^the run broke off before its first scenario: .*nowhere/)
  })

  it('does not wait for ever for a worker that died', { timeout: 90_000 }, async () => {
    await using project = await temporaryProject({
      'features/two.feature': gates({
        DAT301: ['Given the process exits with 0'],
        DAT302: ['Then it holds'],
      }).replace('@DAT301', '@DAT301 @alone'),
      ...TINY_STEPS,
    })
    const { code } = await project.run([...VERIFY, '--parallel', '2'])
    const { verdict, run } = await saved(project)
    expect([code, verdict]).to.deep.equal([2, 'UNPROVEN'])
    expect(run.errors[0]).to.match(/^worker \d died with exit code 0 in the middle of a scenario/)
    expect(run.scenarios[0]?.status).to.equal('unknown')
  })

  it('never ends with 0 because a step ends the process', async () => {
    await using project = await temporaryProject(oneGate('Given the process exits with 0'))
    const { code, stderr } = await project.run(VERIFY)
    expect([code, stderr]).to.deep.equal([
      2,
      'UNPROVEN: the process ended before there was a verdict (exit code 2)\n',
    ])
  })

  for (const [signal, parallel] of [
    ['SIGINT', '1'],
    ['SIGTERM', '2'],
  ] as const)
    it(`leaves nothing half-written behind when it is stopped by ${signal}`, async () => {
      await using project = await temporaryProject({
        ...oneGate('Given something long'),
        'reports/run.json': 'old',
      })
      const { code, stderr } = await project.run([...VERIFY, '--parallel', parallel], (text, kill) => {
        if (text.includes('LONG')) kill(signal)
      })
      expect([code, stderr]).to.deep.equal([130, 'LONGInterrupted. Nothing was written.\n'])
      expect(await project.list('reports')).to.deep.equal(['run.json'])
      expect(await project.read('reports/run.json')).to.equal('old')
    })
})
