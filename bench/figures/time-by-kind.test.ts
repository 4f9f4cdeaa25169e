import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ScenarioRecord, StepRecord } from '../../src/harness/verdict/run-record.ts'
import type { MigrationStep } from '../../src/harness/vocabulary/migration-step.ts'
import { timeByKind } from './time-by-kind.ts'

const step = (text: string, milliseconds: number): StepRecord => ({ text, milliseconds, status: 'passed' })

const migration = (milliseconds: number): MigrationStep => ({
  migration: 'DropUnusedTables',
  direction: 'up',
  milliseconds,
  statements: 1,
  slowest: [],
  bytesBefore: 1,
  bytesAfter: 1,
})

const scenario = (
  milliseconds: number,
  steps: readonly StepRecord[],
  migrations: readonly MigrationStep[] = [],
): ScenarioRecord => ({
  name: 'a scenario',
  engine: 'sqlite',
  uri: 'a.feature',
  line: 1,
  gate: null,
  status: 'passed',
  milliseconds,
  steps,
  judgements: [],
  migrations,
  timings: [],
  unmatched: [],
  plans: [],
  schemas: [],
  fingerprints: [],
})

const by = (scenarios: readonly ScenarioRecord[]) =>
  Object.fromEntries(timeByKind({ scenarios }).map(({ kind, milliseconds }) => [kind, milliseconds]))

describe('timeByKind', () => {
  it('parts a step that migrates into the migrations and what was done around them', () => {
    const steps = [step('When the database migrates to head', 100), step('Then no migration runs', 7)]
    expect(by([scenario(110, steps, [migration(60), migration(30)])])).to.deep.equal({
      migrating: 90,
      'copying and opening databases to migrate': 10,
      'the rest': 7,
      'between steps: removing copies, hooks': 3,
    })
  })

  it('knows the kinds by the words of the plan', () => {
    const steps = [
      step('Given the database migrated to head', 1),
      step('And every row is the same as before, except', 20),
      step('Then every column that was there before has the same values, except', 30),
      step('Then the links match', 400),
      step('Then the engine finds no violated foreign key', 5000),
      step('And the catalog is the same as before', 60000),
    ]
    expect(by([scenario(65451, steps)])).to.include({
      'building states to start from': 1,
      'comparing rows value by value': 50,
      'deriving links and causes': 400,
      "the engine's own checks": 5000,
      'observing catalog and record': 60000,
    })
  })

  it('knows what a real database is rehearsed with besides', () => {
    const steps = [
      step('When the database is backed up', 1),
      step('And the backup is restored', 2),
      step('When the clan is harvested while these answers fail', 10),
      step('Then by username takes at least so many times what by id takes, looking back 30 days', 100),
      step('And the activity report by id is the same, for at least 80 % of the members', 200),
      step('Then every row is the one that was set aside', 1000),
      step('And everything that was answered is stored, once', 2000),
    ]
    expect(by([scenario(3313, steps)])).to.deep.equal({
      'backing up and restoring': 3,
      harvesting: 10,
      'asking the analytics, the activity report and the dashboard': 300,
      'comparing rows value by value': 3000,
      'between steps: removing copies, hooks': 0,
    })
  })

  it('puts the largest first', () => {
    const kinds = timeByKind({
      scenarios: [scenario(9, [step('Given the database at "X"', 1), step('What', 8)])],
    })
    expect(kinds.map(({ milliseconds }) => milliseconds)).to.deep.equal([8, 1, 0])
  })

  it('counts no migration that another scenario ran', () => {
    const steps = [step('Given the database migrated from "X" to head', 2), step('Then no migration runs', 1)]
    expect(by([scenario(3, steps, [migration(6000)])])).to.deep.equal({
      'building states to start from': 2,
      'the rest': 1,
      'between steps: removing copies, hooks': 0,
    })
  })
})
