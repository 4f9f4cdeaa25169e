import { describe, it } from 'node:test'
import { expect } from 'chai'
import { declaredCauses } from './declared-causes.ts'
import { unlinkedCauses } from './unlinked-causes.ts'

const known = { members: ['Bob'], everMembers: ['Bob', 'Left'], bots: ['Robot'] }
const found = unlinkedCauses(
  'messages.user_id',
  [
    { key: 'Bob', link: '1', rows: 50 },
    { key: 'Left', link: null, rows: 1200 },
    { key: 'Robot', link: null, rows: 3 },
  ],
  known,
)

describe('declaredCauses', () => {
  it('holds when every cause has its declared rows; a cause that is not declared has none', () => {
    expect(declaredCauses(found, { 'member left': 1200, bot: 3 })).to.include({ value: 0, population: 1253 })
  })

  it('breaches on every cause that has other rows, in either direction', () => {
    expect(declaredCauses(found, { 'member left': 1199, 'no name': 1 })).to.deep.include({
      value: 3,
      witnesses: [
        { where: 'messages.user_id, member left', what: '1,200 rows; declared 1,199' },
        { where: 'messages.user_id, bot', what: '3 rows; declared 0' },
        { where: 'messages.user_id, no name', what: '0 rows; declared 1' },
      ],
    })
  })

  it('breaches on causes that no profile can declare', () => {
    const spelled = unlinkedCauses('messages.user_id', [{ key: 'b o b', link: null, rows: 2 }], known)
    expect(declaredCauses(spelled, {})).to.deep.include({
      value: 1,
      witnesses: [{ where: 'messages.user_id, spelled otherwise', what: '2 rows; declared 0' }],
    })
  })

  it('has looked at every row where each is linked, and that is declared', () => {
    const linked = unlinkedCauses('messages.user_id', [{ key: 'Bob', link: '1', rows: 50 }], known)
    expect(declaredCauses(linked, {})).to.include({ value: 0, population: 50 })
    expect(declaredCauses(linked, { bot: 1 })).to.include({ value: 1, population: 50 })
  })
})
