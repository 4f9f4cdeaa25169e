import { describe, it } from 'node:test'
import { expect } from 'chai'
import { summariseRun } from '../verdict/summarise-run.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { parseRunSummary } from './parse-run-summary.ts'
import { renderSummary } from './render-summary.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

describe('the summary of a run, as a file', () => {
  const summary = summariseRun(toRunDocument(samplePlanRun()))

  it('comes back as it was written', () => {
    expect(parseRunSummary(renderSummary(summary), 'a.json')).to.deep.equal(summary)
  })

  for (const [what, text, why] of [
    ['no JSON', '{', 'it is not JSON'],
    ['of another format', renderSummary(summary).replace('"format":1', '"format":2'), 'format: '],
    ['of another shape', renderSummary(summary).replace('"verdict":', '"judgement":'), 'verdict: '],
    ['no object', '[]', 'it: '],
  ] as const)
    it(`is refused when it is ${what}`, () => {
      expect(() => parseRunSummary(text, 'a.json')).to.throw(
        `The summary of an earlier run cannot be read: ${why}`,
      )
    })
})
