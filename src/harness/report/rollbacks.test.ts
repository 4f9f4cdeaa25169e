import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import type { StateFingerprint } from '../vocabulary/state-fingerprint.ts'
import { rollbacks } from './rollbacks.ts'
import { sampleFingerprints } from './sample/sample-fingerprints.ts'

const rollbackOf = (fingerprints: readonly StateFingerprint[]) =>
  rollbacks(sampleRun({ scenarios: [sampleScenario({ fingerprints })] }))[0]

const said = (fingerprints: readonly StateFingerprint[]) =>
  rollbackOf(fingerprints)?.lines.map(({ name, back, again }) => [name, back?.text, again?.text])

describe('rollbacks', () => {
  it('is nothing where nothing was rolled back', () => {
    expect(rollbacks(sampleRun())).to.deep.equal([])
  })

  it('says of the catalog and of every table whether it came back', () => {
    expect(said(sampleFingerprints())).to.deep.equal([
      ['catalog', 'equal', 'equal'],
      ['boss_snapshots', 'equal', 'equal'],
      ['clan_members', 'equal', 'equal'],
      ['discord_messages', 'equal', 'equal'],
      ['skill_snapshots', 'differs: 48 rows before, none back', 'equal'],
      ['wom_records', 'equal', 'equal'],
      ['wom_snapshots', 'equal', 'equal'],
    ])
  })

  it('has the moments that there are, in their order, with what each of them was', () => {
    const rollback = rollbackOf(sampleFingerprints().toReversed())
    expect(rollback?.moments.map(({ moment, at }) => `${moment} ${at}`)).to.deep.equal([
      'before DedupSnapshots',
      'after NormalizeUserIds',
      'back DedupSnapshots',
      'again NormalizeUserIds',
    ])
    const skills = rollback?.lines.find(({ name }) => name === 'skill_snapshots')
    expect(skills?.cells.map((cell) => cell?.rows)).to.deep.equal([48, undefined, 0, undefined])
    expect(rollback?.lines[0]?.cells.map((cell) => cell?.rows)).to.deep.equal([null, null, null, null])
  })

  it('says nothing of a moment that was not kept', () => {
    const [before, after, back] = sampleFingerprints()
    const kept = [before, after, back].filter((each) => each !== undefined)
    expect(said(kept)?.[0]).to.deep.equal(['catalog', 'equal', undefined])
    expect(said(kept.slice(0, 2))?.[0]).to.deep.equal(['catalog', undefined, undefined])
  })

  it('names what differs: rows, values, a table that is not there', () => {
    const [before, back] = sampleFingerprints().filter(({ moment }) => ['before', 'back'].includes(moment))
    if (!before || !back) throw new Error('the sample was rolled back')
    const tables = back.tables.flatMap((each) => {
      if (each.table === 'boss_snapshots') return { ...each, hash: 'e'.repeat(64) }
      if (each.table === 'discord_messages') return { ...each, rows: 151, hash: 'd'.repeat(64) }
      return each.table === 'clan_members' ? each : []
    })
    const other: StateFingerprint = {
      ...back,
      catalog: 'f'.repeat(64),
      tables: [...tables, { table: 'zzz', rows: 1, hash: 'c'.repeat(64) }],
    }
    expect(said([before, other])?.map(([name, text]) => `${name}: ${text}`)).to.deep.equal([
      'catalog: differs: another schema',
      'boss_snapshots: differs: as many rows, with other values',
      'clan_members: equal',
      'discord_messages: differs: 150 rows before, 151 back',
      'skill_snapshots: differs: the table is not there',
      'wom_records: differs: the table is not there',
      'wom_snapshots: differs: the table is not there',
      'zzz: differs: the table was not there before',
    ])
  })
})
