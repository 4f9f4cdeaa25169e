import { describe, it } from 'node:test'
import { expect } from 'chai'
import { faults, SHOWN_WITNESSES } from './faults.ts'

const witness = (number: number) => ({ where: `row #${number}`, what: 'is wrong' })

describe('faults', () => {
  it('counts its witnesses', () => {
    const found = faults({ subject: 'rows', population: 7, witnesses: [witness(1), witness(2)] })
    expect(found).to.deep.equal({
      subject: 'rows',
      unit: 'faults',
      value: 2,
      population: 7,
      witnesses: [witness(1), witness(2)],
      witnessCount: 2,
    })
  })

  it('shows the first ten of many and counts all', () => {
    const many = Array.from({ length: 25 }, (_, index) => witness(index))
    const found = faults({ subject: 'rows', population: 100, witnesses: many })
    expect(found).to.include({ value: 25, witnessCount: 25 })
    expect(found.witnesses).to.deep.equal(many.slice(0, SHOWN_WITNESSES))
  })

  it('takes the count where faults were counted and not all listed, and never less than it lists', () => {
    const witnesses = [witness(1), witness(2)]
    expect(faults({ subject: 'rows', population: 900, witnesses, count: 800 })).to.include({
      value: 800,
      witnessCount: 800,
    })
    expect(faults({ subject: 'rows', population: 900, witnesses, count: 0 }).value).to.equal(2)
  })

  it('has no population when nothing was looked at, and never fewer than it found', () => {
    expect(faults({ subject: 'rows', population: 0, witnesses: [] })).to.include({ value: 0, population: 0 })
    expect(faults({ subject: 'rows', population: 0, witnesses: [witness(1)] }).population).to.equal(1)
  })

  it('names a usual cause only where there is one', () => {
    const options = { subject: 'rows', population: 1, witnesses: [] }
    expect(faults(options)).not.to.have.property('usualCause')
    expect(faults({ ...options, usualCause: 'A full disk.' }).usualCause).to.equal('A full disk.')
  })
})
