import { describe, it } from 'node:test'
import { expect } from 'chai'
import { lonelyTable } from './lonely-table.ts'

const table = (name: string, primaryKey: readonly string[] | null, ...parents: readonly string[]) => ({
  ...{ name, primaryKey },
  foreignKeys: parents.map((parent) => ({ table: parent })),
})
const found = (...tables: readonly object[]) => lonelyTable(JSON.stringify({ tables }))

describe('a table to lose a row from', () => {
  it('refers to none, is referred to by none, and has a key of one column', () => {
    const others = [
      table('members', ['id']),
      table('messages', ['id'], 'members'),
      table('pairs', ['a', 'b']),
      table('heap', null),
    ]
    expect(found(...others, table('records', ['nr']))).to.deep.equal({ table: 'records', key: 'nr' })
    expect(found(...others)).to.equal(undefined)
  })

  it('is unknown where nobody has accepted a baseline', () => {
    expect(lonelyTable(undefined)).to.equal(undefined)
  })
})
