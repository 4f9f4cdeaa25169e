import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunRecord } from '../verdict/run-record.ts'
import { sampleJudgement } from '../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { type CodeQualityIssue, renderCodeQuality } from './render-code-quality.ts'
import { breachOf } from './sample/breach-of.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

const issuesOf = (run: RunRecord) =>
  JSON.parse(renderCodeQuality(toRunDocument(run))) as readonly CodeQualityIssue[]

describe('renderCodeQuality', () => {
  it('has nothing to say of gates that hold', () => {
    expect(issuesOf(samplePlanRun())).to.deep.equal([])
  })

  it('has an issue for a breach, at the scenario that breached it', () => {
    const [issue, ...others] = issuesOf(breachOf('DAT301', samplePlanRun()))
    expect(others).to.deep.equal([])
    expect({ ...issue, fingerprint: '' }).to.deep.equal({
      description:
        'DAT301 breached: every row that has a parent is linked to it: wom_snapshots.user_id matches 91.2 % of 96,097 rows; the plan asks for at least 99.3 %',
      check_name: 'DAT301',
      fingerprint: '',
      severity: 'blocker',
      location: { path: 'features/plan/dat301.feature', lines: { begin: 12 } },
    })
  })

  it('tells apart what stops, what could not be proven and what warns', () => {
    const empty = sampleRun({
      scenarios: [sampleScenario({ judgements: [sampleJudgement({ population: 0 })] })],
    })
    expect(issuesOf(empty).map(({ severity }) => severity)).to.deep.equal(['critical'])
    expect(issuesOf(breachOf('MIG106', samplePlanRun())).map(({ severity }) => severity)).to.deep.equal([
      'minor',
    ])
  })

  it('knows an issue again although its line and its figures changed', () => {
    const finding = { uri: 'features/a.feature', line: 3, message: 'a Rule has no code' }
    const runs = [
      sampleRun({ findings: [finding], scenarios: [] }),
      sampleRun({
        findings: [{ ...finding, line: 9 }],
        scenarios: [sampleScenario({ line: 99, judgements: [sampleJudgement({ outcome: 'breached' })] })],
      }),
    ]
    const [before, after] = runs.map((run) => issuesOf(run).map(({ fingerprint }) => fingerprint))
    expect(before).to.deep.equal(after)
    expect(new Set(before).size).to.equal(2)
    expect(before?.[0]).to.match(/^[\da-f]{64}$/)
  })
})
