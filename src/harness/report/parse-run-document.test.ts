import { describe, it } from 'node:test'
import { expect } from 'chai'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { parseRunDocument } from './parse-run-document.ts'
import { renderJson } from './render-json.ts'
import { breachOf } from './sample/breach-of.ts'
import { sampleDatabaseRun } from './sample/sample-database-run.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

const ofDatabase = toRunDocument(sampleDatabaseRun())
const document = toRunDocument(breachOf('DAT301', samplePlanRun()))

function refusal(value: unknown): string {
  try {
    parseRunDocument(typeof value === 'string' ? value : JSON.stringify(value), 'reports/run.json')
  } catch (error) {
    expect(error).to.be.instanceOf(StagegateError)
    return String(error)
  }
  throw new Error('the document was accepted')
}

describe('parseRunDocument', () => {
  it('gives back what was written', () => {
    expect(parseRunDocument(renderJson(document), 'run.json')).to.deep.equal(document)
    expect(parseRunDocument(renderJson(ofDatabase), 'run.json')).to.deep.equal(ofDatabase)
  })

  it('says of an older format what it lacks', () => {
    expect(refusal({ ...document, format: 1 }))
      .to.contain('its format is 1, this version reads format 4')
      .and.contain('written before a run could have several engines')
      .and.contain('run the plan again')
    expect(refusal({ ...document, format: 2 }))
      .to.contain('its format is 2, this version reads format 4')
      .and.contain('written before a run could be about a real database')
      .and.contain('run the plan again')
  })

  it('says of format 3 that it lacks what the page shows', () => {
    expect(refusal({ ...document, format: 3 })).to.contain('carried schemas, plans and fingerprints')
  })

  it('refuses an operation that was never timed', () => {
    const timings = [{ subject: 's', clock: 'wall clock', operations: [{ name: 'x', milliseconds: [] }] }]
    const scenarios = document.run.scenarios.map((scenario) => ({ ...scenario, timings }))
    expect(refusal({ ...document, run: { ...document.run, scenarios } })).to.contain(
      'run.scenarios[0].timings[0].operations[0].milliseconds',
    )
  })

  it('names the file that is not JSON', () => {
    expect(refusal('{"format": 1,')).to.match(/not JSON[\s\S]*reports\/run\.json/)
  })

  it('refuses another format before it looks at the rest', () => {
    expect(refusal({ ...document, format: 5, strange: true }))
      .to.contain('its format is 5, this version reads format 4')
      .and.contain('another version')
    expect(refusal({ gates: [] })).to.contain('it states no format')
    expect(refusal(null)).to.contain('it states no format')
  })

  it('refuses unknown keys and wrong values, and says where', () => {
    expect(refusal({ ...document, strange: true })).to.contain('strange')
    expect(refusal({ ...document, run: { ...document.run, profile: 7 } })).to.contain('run.profile')
  })

  it('refuses a verdict that was changed by hand', () => {
    const message = refusal({ ...document, verdict: 'GO' })
    expect(message).to.contain('does not follow from the run')
    expect(message).to.contain('changed by hand')
  })

  it('refuses a run that was changed under its verdict', () => {
    const scenarios = document.run.scenarios.slice(1)
    expect(refusal({ ...document, run: { ...document.run, scenarios } })).to.contain('does not follow')
  })
})
