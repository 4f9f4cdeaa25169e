import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import type { z } from 'zod'
import type { RunDocument } from '../verdict/decision.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { renderJson } from './render-json.ts'
import type { runDocumentSchema } from './run-document-schema.ts'
import { runSchemaJson } from './run-schema-json.ts'
import { breachOf } from './sample/breach-of.ts'
import { sampleDatabaseRun } from './sample/sample-database-run.ts'
import { sampleEnginesRun } from './sample/sample-engines-run.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

/** Written out level by level, so that two types are compared by their members and not by how they were made. */
type Plain<T> = T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Does not compile as soon as schema and contract differ: in a name, a type, a `?` or a `readonly`. */
const SAME: Same<Plain<z.infer<typeof runDocumentSchema>>, Plain<RunDocument>> = true

const COMMITTED = new URL('../../../schemas/run.schema.json', import.meta.url)
const go = toRunDocument(samplePlanRun())
const onBothEngines = toRunDocument(sampleEnginesRun())
const onDatabase = toRunDocument(sampleDatabaseRun())
const noGo = toRunDocument(breachOf('DAT301', samplePlanRun()))

function validate(text: string): boolean {
  return new Ajv2020({ strict: true }).validate(JSON.parse(readFileSync(COMMITTED, 'utf8')), JSON.parse(text))
}

describe('the schema of run.json', () => {
  it('has the types of the contract', () => {
    expect(SAME).to.equal(true)
  })

  it('is committed as it is generated', () => {
    expect(JSON.parse(readFileSync(COMMITTED, 'utf8'))).to.deep.equal(JSON.parse(runSchemaJson()))
  })

  it('accepts what is written', () => {
    expect(validate(renderJson(go))).to.equal(true)
    expect(validate(renderJson(noGo))).to.equal(true)
    expect(validate(renderJson(onBothEngines))).to.equal(true)
    expect(validate(renderJson(onDatabase))).to.equal(true)
  })

  it('refuses unknown keys, missing keys and other verdicts', () => {
    expect(validate(JSON.stringify({ ...go, verdikt: 'GO' }))).to.equal(false)
    expect(validate(JSON.stringify({ ...go, gates: undefined }))).to.equal(false)
    expect(validate(JSON.stringify({ ...go, verdict: 'MAYBE' }))).to.equal(false)
    expect(validate(JSON.stringify({ ...go, run: { ...go.run, strict: 'no' } }))).to.equal(false)
  })
})
