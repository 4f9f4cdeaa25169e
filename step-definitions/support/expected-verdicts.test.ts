import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Expectation } from '../../src/harness/measurement/unmet-expectations.ts'
import { breachOf, partialGo, twinsOfGates, unprovenBecause } from './expected-verdicts.ts'
import type { RunDocument } from './run-document.ts'
import type { CommandResult } from './run-stagegate.ts'

const gate = (
  code: string,
  changes: Partial<RunDocument['gates'][number]> = {},
): RunDocument['gates'][number] => ({
  code,
  outcome: 'held',
  selected: true,
  reasons: [],
  judgements: [],
  ...changes,
})
const result = (exitCode: number, changes: Partial<RunDocument>): CommandResult => ({
  exitCode,
  document: { verdict: 'GO', sentence: '', complete: true, gates: [], reasons: [], ...changes },
})
const unmet = (expectations: readonly Expectation[]) =>
  expectations.filter(({ expected, found }) => expected !== found).map(({ of, found }) => `${of}: ${found}`)

describe('breachOf', () => {
  const breached = result(1, {
    verdict: 'NO-GO',
    gates: [gate('DAT301', { outcome: 'breached' }), gate('DAT302')],
  })

  it('is met when that gate is breached and the run is a NO-GO', () => {
    expect(unmet(breachOf('DAT301', breached))).to.deep.equal([])
  })

  it('asks for the subject that is named', () => {
    const judgements = [
      { subject: 'one', outcome: 'held' },
      { subject: 'two', outcome: 'breached' },
    ] as const
    const run = result(1, { verdict: 'NO-GO', gates: [gate('DAT301', { outcome: 'breached', judgements })] })
    expect(unmet(breachOf('DAT301', run, 'two'))).to.deep.equal([])
    expect(unmet(breachOf('DAT301', run, 'one'))).to.deep.equal(['one: held'])
    expect(unmet(breachOf('DAT301', run, 'three'))).to.deep.equal(['three: not judged'])
  })

  it('is not met by another gate, another verdict or another exit code', () => {
    expect(unmet(breachOf('DAT302', breached))).to.deep.equal(['DAT302: held'])
    expect(unmet(breachOf('DAT999', breached))).to.deep.equal(['DAT999: unknown'])
    expect(unmet(breachOf('DAT301', { ...breached, exitCode: 0 }))).to.deep.equal(['exit code: 0'])
    const unproven = result(1, { verdict: 'UNPROVEN', gates: breached.document.gates })
    expect(unmet(breachOf('DAT301', unproven))).to.deep.equal(['verdict: UNPROVEN'])
  })

  it('says why the gate is not breached', () => {
    const silent = result(1, {
      verdict: 'NO-GO',
      gates: [gate('DAT301', { outcome: 'vacuous', reasons: ['it looked at nothing'] })],
    })
    expect(unmet(breachOf('DAT301', silent))).to.deep.equal(['DAT301: vacuous (it looked at nothing)'])
  })
})

describe('unprovenBecause', () => {
  const places: readonly Partial<RunDocument>[] = [
    { sentence: 'UNPROVEN: no scenario matches.' },
    { reasons: ['no scenario matches'] },
    { gates: [gate('DAT301', { reasons: ['no scenario matches'] })] },
  ]
  for (const place of places) {
    it(`is met when the reason is said in ${Object.keys(place)}`, () => {
      const run = result(2, { verdict: 'UNPROVEN', ...place })
      expect(unmet(unprovenBecause('no scenario matches', run))).to.deep.equal([])
      expect(unmet(unprovenBecause('a step is pending', run))).to.have.length(1)
    })
  }

  it('is not met by another verdict or exit code', () => {
    const run = result(0, { verdict: 'GO', reasons: ['because'] })
    expect(unmet(unprovenBecause('because', run))).to.deep.equal(['verdict: GO', 'exit code: 0'])
  })
})

describe('partialGo', () => {
  const partial = {
    complete: false,
    sentence: 'GO for 1 of 2 gates only.',
    gates: [gate('DAT301'), gate('DAT302', { selected: false })],
  }

  it('is met by a GO that says how little it speaks for', () => {
    expect(unmet(partialGo(result(0, partial)))).to.deep.equal([])
  })

  it('is not met by what reads like a GO of the whole plan', () => {
    const whole = {
      complete: true,
      sentence: 'GO. Everything held.',
      gates: [gate('DAT301'), gate('DAT302')],
    }
    expect(unmet(partialGo(result(0, whole)))).to.deep.equal([
      'complete: true',
      'gates selected: 2',
      'what it says: GO. Everything held.',
    ])
    expect(unmet(partialGo(result(2, { ...partial, verdict: 'UNPROVEN' })))).to.have.length(2)
  })
})

describe('twinsOfGates', () => {
  it('wants a red twin for every gate, and a gate for every red twin', async () => {
    const run = result(0, { gates: [gate('DAT301'), gate('ZZZ999')] })
    const expectations = await twinsOfGates([run], 'sqlite')
    const of = (code: string) => expectations.find((expectation) => expectation.of === code)
    expect(of('DAT301')?.found).to.equal('gate and red twin')
    expect(of('ZZZ999')?.found).to.equal('gate and no red twin')
    expect(of('DAT302')?.found).to.equal('no gate and red twin')
    expect(expectations.every(({ expected }) => expected === 'gate and red twin')).to.equal(true)
    // Faults, plans and the like are no red twins.
    expect(expectations.every(({ of: code }) => /^[A-Z]{3}\d{3}$/.test(code))).to.equal(true)
  })

  it('wants of twins that are a mistake on one engine only a gate there', async () => {
    const run = result(0, { gates: [gate('MIG117')] })
    const codes = async (engine: 'sqlite' | 'postgres') =>
      (await twinsOfGates([run], engine))
        .filter(({ expected, found }) => expected === found)
        .map(({ of }) => of)
    expect(await codes('postgres')).to.deep.equal(['MIG117'])
    expect(await codes('sqlite')).to.deep.equal([])
  })
})
