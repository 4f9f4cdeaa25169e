import { describe, it } from 'node:test'
import { expect } from 'chai'
import { misplacedMigrations, pendingMigrations, recordDrift, unknownMigrations } from './record-faults.ts'

const known = ['First', 'Second', 'Third'].map((name, index) => {
  const timestamp = 1_766_000_000_001 + index
  return { name, recordedName: `${name}${timestamp}`, timestamp }
})
const recorded = known.map(({ recordedName, timestamp }, index) => ({
  id: index + 1,
  name: recordedName,
  timestamp,
}))
const inOrder = (...indexes: readonly number[]) => indexes.flatMap((index) => recorded[index] ?? [])

describe('recordDrift', () => {
  it('holds when the record lists exactly these, whatever their ids', () => {
    const renumbered = recorded.map((migration) => ({ ...migration, id: migration.id + 7 }))
    expect(recordDrift(renumbered, known)).to.include({ value: 0, population: 3 })
  })

  it('breaches on one too few, one too many, and another order', () => {
    expect(recordDrift(inOrder(0, 1), known).witnesses).to.deep.equal([
      { where: 'record 3', what: 'nothing; expected Third1766000000003 of 1766000000003' },
    ])
    expect(recordDrift(recorded, known.slice(0, 2)).witnesses).to.deep.equal([
      { where: 'record 3', what: 'Third1766000000003 of 1766000000003; expected nothing' },
    ])
    expect(recordDrift(inOrder(1, 0, 2), known).value).to.equal(2)
  })

  it('breaches on another timestamp under the same name', () => {
    const [first] = recorded
    const changed = first ? [{ ...first, timestamp: 5 }, ...inOrder(1, 2)] : []
    expect(recordDrift(changed, known).witnesses).to.deep.equal([
      { where: 'record 1', what: 'First1766000000001 of 5; expected First1766000000001 of 1766000000001' },
    ])
  })

  it('says nothing when nothing is recorded and nothing expected', () => {
    expect(recordDrift([], []).population).to.equal(0)
  })
})

describe('pendingMigrations', () => {
  it('holds when all are recorded, in any order, with others among them', () => {
    const foreign = { id: 9, name: 'Foreign1', timestamp: 1 }
    expect(pendingMigrations([foreign, ...inOrder(2, 0, 1)], known)).to.include({ value: 0, population: 3 })
  })

  it('names what is not recorded', () => {
    expect(pendingMigrations(inOrder(0, 2), known).witnesses).to.deep.equal([
      { where: 'Second', what: 'is not recorded as applied' },
    ])
  })

  it('says nothing without migrations', () => {
    expect(pendingMigrations(recorded, []).population).to.equal(0)
  })
})

describe('unknownMigrations', () => {
  it('holds when the source code has all that is recorded', () => {
    expect(unknownMigrations(inOrder(0), known)).to.include({ value: 0, population: 1 })
  })

  it('names the record of another history', () => {
    const foreign = { id: 9, name: 'Foreign1', timestamp: 1 }
    expect(unknownMigrations([...recorded, foreign], known).witnesses).to.deep.equal([
      { where: 'record 9', what: 'Foreign1 is not in the source code' },
    ])
  })

  it('says nothing about an empty record', () => {
    expect(unknownMigrations([], known).population).to.equal(0)
  })
})

describe('misplacedMigrations', () => {
  it('holds when every migration is younger than those before it', () => {
    expect(misplacedMigrations(inOrder(0, 2))).to.include({ value: 0, population: 2 })
  })

  it('names each that stands behind a younger one, not only the next', () => {
    expect(misplacedMigrations(inOrder(2, 0, 1)).witnesses).to.deep.equal([
      { where: 'First1766000000001', what: 'was applied after Third1766000000003, which is no older' },
      { where: 'Second1766000000002', what: 'was applied after Third1766000000003, which is no older' },
    ])
  })

  it('breaches on a migration that is recorded twice', () => {
    expect(misplacedMigrations(inOrder(0, 0, 1)).value).to.equal(1)
  })

  it('says nothing about an empty record', () => {
    expect(misplacedMigrations([]).population).to.equal(0)
  })
})
