import { describe, it } from 'node:test'
import { expect } from 'chai'
import { changedAnswer } from './changed-answer.ts'

type Rows = readonly (readonly string[])[]
const answer = (rows: Rows, columns: readonly string[] = ['name', 'n']) => ({ name: 'counts', columns, rows })
const BEFORE: Rows = [
  ["'a'", '1'],
  ["'b'", '2'],
  ["'c'", '3'],
]
const changed = (rows: Rows, columns?: readonly string[]) =>
  changedAnswer(answer(BEFORE), answer(rows, columns))

describe('changedAnswer', () => {
  it('holds for the same rows in the same order', () => {
    expect(changed(BEFORE.map((row) => [...row]))).to.include({
      subject: 'counts',
      unit: 'faults',
      value: 0,
      population: 3,
    })
  })

  it('names a row that differs, with its place and both contents', () => {
    expect(changed([["'a'", '1'], ["'b'", '2.0'], BEFORE[2] ?? []])).to.deep.include({
      value: 1,
      witnesses: [{ where: 'row 2', what: "is 'b', 2.0; it was 'b', 2" }],
    })
  })

  it('is breached by another order', () => {
    expect(changed([...BEFORE].reverse()).value).to.equal(2)
  })

  it('takes a row that came in between for one difference, and so one that is gone', () => {
    const [first = [], second = [], third = []] = BEFORE
    expect(changed([first, ["'aa'", 'NULL'], second, third])).to.deep.include({
      value: 1,
      population: 4,
      witnesses: [{ where: 'row 2', what: "is new: 'aa', NULL" }],
    })
    expect(changed([second, third])).to.deep.include({
      value: 1,
      population: 3,
      witnesses: [{ where: 'row 1', what: "is gone: 'a', 1" }],
    })
    expect(changed([first, second, third, third]).witnesses).to.deep.equal([
      { where: 'row 4', what: "is new: 'c', 3" },
    ])
  })

  it('is breached when all rows are gone', () => {
    expect(changed([])).to.include({ value: 3, population: 3 })
    expect(changedAnswer(answer([]), answer(BEFORE)).value).to.equal(3)
  })

  it('is breached by columns that were renamed, moved or added, even without a row', () => {
    expect(changed(BEFORE, ['name', 'count'])).to.deep.include({
      value: 1,
      witnesses: [{ where: 'counts, columns', what: 'are name, count; they were name, n' }],
    })
    expect(changedAnswer(answer([]), answer([], ['n', 'name'])).value).to.equal(1)
    expect(
      changed(
        BEFORE.map((row) => [...row, 'NULL']),
        ['name', 'n', 'id'],
      ).value,
    ).to.equal(4)
  })

  it('is breached by a query that fails now', () => {
    const failure = 'no such column: n'
    expect(changedAnswer(answer(BEFORE), { name: 'counts', failure })).to.deep.include({
      value: 1,
      population: 3,
      witnesses: [{ where: 'counts', what: 'fails now: no such column: n' }],
    })
    expect(changedAnswer(answer([]), { name: 'counts', failure }).value).to.equal(1)
  })

  it('says nothing of no rows on both sides', () => {
    expect(changedAnswer(answer([]), answer([]))).to.include({ value: 0, population: 0 })
  })

  it('says nothing of a query that failed before, and says why, whatever it answers now', () => {
    const failed = { name: 'counts', failure: 'no such table: t' }
    for (const after of [answer(BEFORE), answer([]), failed]) {
      expect(changedAnswer(failed, after)).to.include({
        subject: 'counts (it failed before: no such table: t)',
        value: 0,
        population: 0,
      })
    }
  })

  it('counts every row and shows the first ten', () => {
    const many = Array.from({ length: 1234 }, (_, at) => [`${at}`])
    const all = changedAnswer(answer(many), answer(many.map(([value]) => [`'${value}'`])))
    expect(all).to.include({ value: 1234, witnessCount: 1234 })
    expect(all.witnesses).to.have.lengthOf(10)
  })
})
