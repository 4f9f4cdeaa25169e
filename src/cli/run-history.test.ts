import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunDocument } from '../harness/verdict/decision.ts'
import type { RunSummary } from '../harness/verdict/run-summary.ts'
import { historyEntry } from './run-history.ts'
import { type TemporaryProject, temporaryProject } from './testing/temporary-project.ts'
import { oneGate } from './testing/tiny-plan.ts'

const VERIFY = ['verify', '--profile', 'tiny'] as const

async function saved(project: TemporaryProject): Promise<RunDocument> {
  return JSON.parse(await project.read('reports/run.json')) as RunDocument
}

describe('the history of a folder of reports', { concurrency: 2 }, () => {
  it('grows by every run of the whole plan, and tells each what changed since the one before', async () => {
    await using project = await temporaryProject({
      ...oneGate(`Then it is breached on 'sqlite'`),
      'reports/history/notes.txt': 'mine',
    })
    await project.run(VERIFY)
    const first = await saved(project)
    expect(first.since).to.equal(null)
    const [file = ''] = await project.list('reports/history')
    expect(file).to.equal(`${first.run.startedAt.replaceAll(':', '-')}.json`)

    await project.write('features/one.feature', oneGate('Then it holds')['features/one.feature'] ?? '')
    const narrowed = await project.run([...VERIFY, '--tags', '@DAT301'])
    expect([narrowed.code, (await saved(project)).since]).to.deep.equal([0, null])
    expect(await project.list('reports/history')).to.deep.equal([file, 'notes.txt'])

    const { stdout } = await project.run(VERIFY)
    const second = await saved(project)
    expect(second.since?.turned).to.deep.equal([{ gate: 'DAT301', from: 'breached', to: 'held' }])
    expect(stdout).to.match(
      /^Since \d{4}-\d\d-\d\d \d\d:\d\d UTC \(NO-GO[^)]*\): DAT301 turned from breached to held$/m,
    )
    expect(await project.read('reports/summary.md')).to.include('DAT301 turned from breached to held')
    expect(await project.list('reports/history')).to.have.length(3)

    const again = await project.run([
      'report',
      'reports/run.json',
      '--format',
      'json',
      '--reports',
      'reports',
    ])
    expect((JSON.parse(again.stdout) as RunDocument).since).to.deep.equal(second.since)
    expect(await project.list('reports/history')).to.have.length(3)
  })

  it('goes on without a file that cannot be read, and refuses a --previous that cannot', async () => {
    const broken = '2026-01-02T03-04-05.000Z.json'
    await using project = await temporaryProject({
      ...oneGate('Then it holds'),
      [`reports/history/${broken}`]: '{',
    })
    const { code, stderr } = await project.run(VERIFY)
    expect(code).to.equal(0)
    expect(stderr).to.equal(
      `Left out of the history: history/${broken}. The summary of an earlier run cannot be read: it is not JSON\n`,
    )
    for (const named of [`reports/history/${broken}`, 'reports/nowhere.json']) {
      const previous = await project.run([...VERIFY, '--previous', named])
      expect(previous.code).to.equal(2)
      expect(previous.stderr).to.match(/cannot be read/)
      expect(previous.stdout).to.equal('')
    }
  })

  it('compares with the run that is named instead, by its document or its summary', async () => {
    await using project = await temporaryProject(oneGate('Then it holds'))
    await project.run([...VERIFY, '--reports', 'old'])
    const [summary = ''] = await project.list('old/history')
    for (const named of ['old', 'old/run.json', `old/history/${summary}`]) {
      await project.run([...VERIFY, '--reports', 'reports', '--previous', named])
      const { startedAt } = (JSON.parse(await project.read('old/run.json')) as RunDocument).run
      expect((await saved(project)).since?.previous.startedAt).to.equal(startedAt)
    }
    const other = await project.run(['verify', '--profile', 'staging', '--previous', 'old'])
    expect([other.code, other.stderr]).to.deep.equal([
      0,
      'Not compared with the run before: it is about another fixture or database, or other engines.\n',
    ])
    await project.run([...VERIFY, '--reports', 'part', '--tags', '@DAT301'])
    const part = await project.run([...VERIFY, '--previous', 'part'])
    expect([part.code, part.stderr.split('\n')[0]]).to.deep.equal([
      2,
      'The run before was narrowed: nothing can be compared with it.',
    ])
  })

  it('keeps the newest fifty', () => {
    const file = (at: number) => `history/2026-01-01T00-00-${String(at).padStart(2, '0')}.000Z.json`
    const files = Array.from({ length: 52 }, (_, at) => file(at))
    const summary = { startedAt: '2026-01-01T00:00:52.000Z' } as RunSummary
    expect(historyEntry(summary, { files }).owned).to.deep.equal([file(0), file(1), file(2), file(52)])
    expect(historyEntry(summary, { files: files.slice(0, 3) }).owned).to.deep.equal([file(52)])
    expect(historyEntry(summary, { files: [...files.slice(0, 3), file(52)] }).owned).to.deep.equal([file(52)])
  })
})
