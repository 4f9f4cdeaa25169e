import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ScenarioRecord } from '../verdict/run-record.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { sampleMigrations } from './sample/sample-migrations.ts'
import { sampleSchemas } from './sample/sample-schemas.ts'
import { schemaEnds } from './schema-ends.ts'

const { before, after } = sampleSchemas()

const scenario = (line: number, changes: Partial<ScenarioRecord>) =>
  sampleScenario({ gate: 'SCH202', uri: 'features/schema/catalog.feature', line, ...changes })

const endsOf = (...scenarios: ScenarioRecord[]) =>
  schemaEnds(sampleRun({ scenarios })).map((ends) => [ends.engine, ends.gate, ends.first.at, ends.last?.at])

describe('schemaEnds', () => {
  it('is nothing where no schema was shown', () => {
    expect(endsOf(scenario(3, {}))).to.deep.equal([])
  })

  it('goes by the order of the plan', () => {
    const [one, other] = [scenario(30, { schemas: [before] }), scenario(40, { schemas: [after] })]
    expect(endsOf(other, one)).to.deep.equal([['sqlite', 'SCH202', 'DedupSnapshots', 'NormalizeUserIds']])
  })

  it('goes by the migrations where the run had some: a later state can be shown first', () => {
    const rollback = sampleScenario({
      gate: 'MIG114',
      uri: 'features/rollback/round-trip.feature',
      migrations: sampleMigrations().roundTrip,
      schemas: [after],
    })
    expect(endsOf(rollback, scenario(30, { schemas: [before] }))).to.deep.equal([
      ['sqlite', 'SCH202', 'DedupSnapshots', 'NormalizeUserIds'],
    ])
  })

  it('has one end where only one state was shown', () => {
    expect(endsOf(scenario(30, { schemas: [before] }), scenario(31, { schemas: [before] }))).to.deep.equal([
      ['sqlite', 'SCH202', 'DedupSnapshots', undefined],
    ])
  })

  it('keeps engines apart', () => {
    const both = [before, after]
    const onServer = scenario(30, { schemas: both, engine: 'postgres' })
    expect(endsOf(onServer, scenario(30, { schemas: both })).map(([engine]) => engine)).to.deep.equal([
      'sqlite',
      'postgres',
    ])
  })
})
