import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Pseudonyms } from '../vocabulary/pseudonyms.ts'
import type { UnmatchedName, UnmatchedRows } from '../vocabulary/unmatched.ts'
import { anonymousUnmatched } from './anonymous-unmatched.ts'

const SEEN = { firstSeen: '2025-01-01', lastSeen: '2025-01-02' }
const of = (name: string | null, near: string | null, member: string | null = null): UnmatchedName => ({
  ...{ name, rows: 3, ...SEEN },
  nearest: near === null ? null : { name: near, distance: 2 },
  known: member === null ? null : 'normalised',
  member,
})
const rows = (...names: readonly UnmatchedName[]): UnmatchedRows => ({
  ...{
    link: 'm.user_id',
    rows: 9,
    linked: 1,
    exactly: 1,
    ignoringCase: 2,
    normalised: 3,
    withAliases: 4,
    skipped: 5,
  },
  ...{ names, nameCount: 400 },
})

describe('anonymousUnmatched', () => {
  it('calls the same name the same in a whole run, and keeps counts, distances and moments', () => {
    const pseudonyms = new Pseudonyms()
    const first = rows(of('b o b', 'Bob', 'Bob'), of('Ann', 'Bob'), of(null, null), of('', null))
    expect(anonymousUnmatched(first, pseudonyms)).to.deep.equal(
      rows(of('name 1', 'member 1', 'member 1'), of('name 2', 'member 1'), of(null, null), of('', null)),
    )
    expect(anonymousUnmatched(rows(of('Ann', 'Zed'), of('new', 'Bob')), pseudonyms)).to.deep.equal(
      rows(of('name 2', 'member 2'), of('name 3', 'member 1')),
    )
  })
})
