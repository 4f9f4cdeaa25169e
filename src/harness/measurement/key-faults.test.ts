import { describe, it } from 'node:test'
import { expect } from 'chai'
import { missingValues, renumbered, sharedValues } from './key-faults.ts'

describe('sharedValues', () => {
  it('holds when every value is another one, by the exact text: no case, no form is ignored', () => {
    const values = [['Bob'], ['bob'], ['\u00e9'], ['e\u0301'], ['']]
    expect(sharedValues('clan_members.username', values)).to.include({ value: 0, population: 5 })
  })

  it('names a value that rows share', () => {
    expect(
      sharedValues('clan_members.username', [['Bob'], ['Al"'], ['Bob'], ['Al"'], ['Al"']]),
    ).to.deep.include({
      value: 2,
      witnesses: [
        { where: 'clan_members.username "Bob"', what: '2 rows share it' },
        { where: 'clan_members.username "Al\\""', what: '3 rows share it' },
      ],
    })
  })

  it('does not take NULL for a value', () => {
    expect(sharedValues('clan_members.id', [[null], [null]]).value).to.equal(0)
  })

  it('says nothing about no rows', () => {
    expect(sharedValues('clan_members.id', []).population).to.equal(0)
  })
})

describe('missingValues', () => {
  it('holds when every row has every value, the empty text included', () => {
    expect(missingValues('clan_members', ['id', 'username'], [['1', '']])).to.include({
      value: 0,
      population: 1,
    })
  })

  it('shows what the row has and has not', () => {
    const rows = [
      ['1', 'Al'],
      [null, 'Bob'],
      ['3', null],
    ]
    expect(missingValues('clan_members', ['id', 'username'], rows).witnesses).to.deep.equal([
      { where: 'clan_members', what: 'a row with id NULL, username "Bob"' },
      { where: 'clan_members', what: 'a row with id "3", username NULL' },
    ])
  })

  it('takes a column that was not read for a missing value', () => {
    expect(missingValues('clan_members', ['id', 'username'], [['1']]).value).to.equal(1)
  })

  it('says nothing about no rows', () => {
    expect(missingValues('clan_members', ['id'], []).population).to.equal(0)
  })
})

describe('renumbered', () => {
  const before = [
    ['Al', '1'],
    ['Bob', '2'],
  ]

  it('holds when every name keeps its number, in whatever order', () => {
    expect(renumbered('clan_members.id', before, [...before].reverse())).to.include({
      value: 0,
      population: 2,
    })
  })

  it('names who has another number', () => {
    const after = [
      ['Al', '0'],
      ['Bob', null],
    ]
    expect(renumbered('clan_members.id', before, after).witnesses).to.deep.equal([
      { where: '"Al"', what: 'clan_members.id is 0; expected 1' },
      { where: '"Bob"', what: 'clan_members.id is null; expected 2' },
    ])
  })

  it('names who went and who appeared', () => {
    const after = [
      ['Al', '1'],
      ['Cid', '2'],
    ]
    expect(renumbered('clan_members.id', before, after).witnesses).to.deep.equal([
      { where: '"Bob"', what: 'clan_members.id is gone; expected 2' },
      { where: '"Cid"', what: 'clan_members.id is 2; expected no such row' },
    ])
  })

  it('sees a row that went although others of its name stayed', () => {
    const twice = [...before, ['Bob', '3']]
    expect(renumbered('clan_members.id', twice, [...before, ['Bob', '3']]).value).to.equal(0)
    expect(renumbered('clan_members.id', twice, before).witnesses).to.deep.equal([
      { where: '"Bob"', what: 'clan_members.id is 2; expected 2, 3' },
    ])
    expect(renumbered('clan_members.id', [[null, '1']], []).witnesses).to.deep.equal([
      { where: 'NULL', what: 'clan_members.id is gone; expected 1' },
    ])
  })

  it('says nothing when there was nobody and is nobody', () => {
    expect(renumbered('clan_members.id', [], []).population).to.equal(0)
  })
})
