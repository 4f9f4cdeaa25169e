import { describe, it } from 'node:test'
import { expect } from 'chai'
import { orphans } from './orphans.ts'

describe('orphans', () => {
  it('holds when every row that names a parent has one', () => {
    const found = orphans('wom_snapshots.user_id', 'clan_members', { population: 9, orphans: 0, first: [] })
    expect(found).to.include({ subject: 'wom_snapshots.user_id', value: 0, population: 9 })
  })

  it('counts all orphans and shows the first', () => {
    const first = [
      { key: ['17'], value: '404' },
      { key: ['a', null], value: '405' },
    ]
    expect(
      orphans('wom_snapshots.user_id', 'clan_members', { population: 900, orphans: 30, first }),
    ).to.deep.include({
      value: 30,
      witnessCount: 30,
      witnesses: [
        {
          where: 'wom_snapshots.user_id of #17',
          what: 'is 404; there is no row of that number in clan_members',
        },
        {
          where: 'wom_snapshots.user_id of #a, ',
          what: 'is 405; there is no row of that number in clan_members',
        },
      ],
    })
  })

  it('says nothing when no row names a parent', () => {
    expect(orphans('a.b', 'c', { population: 0, orphans: 0, first: [] }).population).to.equal(0)
  })
})
