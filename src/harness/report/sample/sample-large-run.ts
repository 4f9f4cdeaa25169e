import type { Judgement } from '../../gate/judgement.ts'
import type { PlannedGate, RunRecord, ScenarioRecord } from '../../verdict/run-record.ts'
import { sampleGate } from '../../verdict/sample/sample-gate.ts'
import { sampleJudgement } from '../../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { sampleScenario } from '../../verdict/sample/sample-scenario.ts'
import { ENGINES } from '../../vocabulary/engine.ts'
import { largeRehearsal } from './large/large-rehearsal.ts'

const FAMILIES = ['MIG', 'SCH', 'DAT', 'PRF', 'PIP']
const GATES = 50
const SCENARIOS = 200
/** Of the gates, every so many are breached. */
const BREACHED = 17

/**
 * Two hundred scenarios of fifty gates on both engines, for tests: some gates breached, with migrations, timings, unmatched
 * names, plans, schemas and fingerprints. The same on every call.
 */
export function sampleLargeRun(): RunRecord {
  return sampleRun({
    engines: ENGINES,
    environment: {
      ...sampleRun().environment,
      engines: [
        { engine: 'sqlite', version: '3.53.0' },
        { engine: 'postgres', version: '15.18' },
      ],
      command: 'stagegate verify --engine sqlite --engine postgres --profile production',
    },
    gates: Array.from({ length: GATES }, (_, index) => gate(index)),
    scenarios: Array.from({ length: SCENARIOS }, (_, number) => scenario(number)),
  })
}

function gate(index: number): PlannedGate {
  return sampleGate({
    code: codeOf(index),
    title: `what the plan asks of tables and queries in its ${index + 1}th sentence holds on every engine`,
    uri: `features/plan/${codeOf(index).toLowerCase()}.feature`,
    line: index + 4,
    engines: ENGINES.map((engine) => ({ engine, scenarios: SCENARIOS / GATES / ENGINES.length })),
  })
}

function codeOf(index: number): string {
  return `${FAMILIES[index % FAMILIES.length]}${101 + Math.floor(index / FAMILIES.length)}`
}

/** Scenarios of even numbers ran on the one engine, of odd numbers on the other. */
function scenario(number: number): ScenarioRecord {
  const index = Math.floor(number / 4)
  const isBreached = index % BREACHED === BREACHED - 1
  return sampleScenario({
    name: `what production has, looked at for the ${number + 1}th time`,
    uri: `features/plan/${codeOf(index).toLowerCase()}.feature`,
    line: 10 + (Math.floor(number / 2) % 2) * 12,
    engine: number % 2 === 0 ? 'sqlite' : 'postgres',
    gate: codeOf(index),
    status: isBreached ? 'failed' : 'passed',
    steps: [
      { text: 'Given the "production" fixture at "AddMissingIndexes"', status: 'passed', milliseconds: 120 },
      { text: 'When the database migrates to "NormalizeUserIds"', status: 'passed', milliseconds: 1980 },
      isBreached
        ? { text: 'Then the links match', status: 'failed', milliseconds: 310, message: 'a gate is breached' }
        : { text: 'Then the links match', status: 'passed', milliseconds: 310 },
    ],
    judgements: Array.from({ length: 4 }, (_, place) => judgement(place, isBreached && place === 0)),
    ...largeRehearsal(number),
  })
}

function judgement(place: number, isBreached: boolean): Judgement {
  const linked = isBreached ? 87_640 : 95_474
  return sampleJudgement({
    subject: `snapshots.link_${place}`,
    measured: `${((linked / 96_097) * 100).toFixed(2)} % (${linked.toLocaleString('en')} of 96,097 rows)`,
    tolerance: 'at least 99.3 %',
    figures: { unit: 'share', value: linked, bound: 'at least', limit: 0.993 },
    population: 96_097,
    ...(isBreached
      ? {
          outcome: 'breached',
          witnesses: Array.from({ length: 10 }, (_, row) => ({
            where: `snapshots #${row * 17}`,
            what: `username is "name ${row}", user_id is NULL`,
          })),
          witnessCount: 8457,
          usualCause: 'names were compared without ignoring case, or a member list is out of date',
        }
      : {}),
  })
}
