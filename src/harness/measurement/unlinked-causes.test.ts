import { describe, it } from 'node:test'
import { expect } from 'chai'
import { CAUSES, type Cause, unlinkedCauses } from './unlinked-causes.ts'

const KNOWN = {
  members: ['Bob', 'Ann', 'ann', 'ÉLAN', 'Straße', 'Jo_hn', 'Σας', '__'],
  everMembers: ['Bob', 'Ann', 'ann', 'ÉLAN', 'Straße', 'Jo_hn', 'Σας', 'Gone', 'Ümit'],
  bots: ['Robot', 'Élan Bot'],
  aliases: {
    alsoKnownAs: new Map([
      ['Big Bob', 'bob'],
      ['🦄', 'ÉLAN'],
      ['The Gone One', 'Gone'],
      ['ANN', 'Ann'],
    ]),
    skip: ['Host', 'b-o-b-', 'deleted user', 'Straße'],
  },
}
const unlinked = (key: string | null, rows = 1) => ({ key, link: null, rows })
const causeOf = (key: string | null): Cause | 'unexplained' => {
  const { rows } = unlinkedCauses('m.user_id', [unlinked(key)], KNOWN)
  return CAUSES.find((cause) => rows[cause] > 0) ?? 'unexplained'
}

describe('unlinkedCauses', () => {
  const examples: readonly (readonly [string | null, Cause | 'unexplained'])[] = [
    [null, 'no name'],
    ['', 'no name'],
    [' \u00a0', 'no name'],
    ['Bob', 'unexplained'],
    ['BOB', 'unexplained'],
    ['b_o b', 'known to be nobody'],
    ['john', 'spelled otherwise'],
    ['É lan', 'spelled otherwise'],
    ['big-bob', 'known by another name'],
    ['🦄', 'known by another name'],
    ['🦄🦄', 'not in the clan'],
    ['the gone one', 'not in the clan'],
    ['HOST', 'known to be nobody'],
    ['élan', 'unexplained'],
    ['e\u0301lan', 'unexplained'],
    ['STRASSE', 'unexplained'],
    ['STRAẞE', 'unexplained'],
    ['ΣΑΣ', 'unexplained'],
    ['elan', 'not in the clan'],
    ['Ann', 'unexplained'],
    ['ann', 'unexplained'],
    ['ANN', 'ambiguous'],
    ['a-n n', 'known by another name'],
    ['ß tra', 'not in the clan'],
    ['robot', 'bot'],
    ['e\u0301LAN bot', 'bot'],
    ['gone', 'member left'],
    ['U\u0308MIT', 'member left'],
    ['Deleted User', 'deleted account'],
    ['deleted_user_1a2b', 'deleted account'],
    ['Deleted Users', 'not in the clan'],
    ['undeleted user', 'not in the clan'],
    ['somebody', 'not in the clan'],
    ['!?', 'not in the clan'],
    ['B\u0131b', 'not in the clan'],
  ]
  for (const [key, cause] of examples) {
    it(`says ${cause} of ${JSON.stringify(key)}`, () => {
      expect(causeOf(key)).to.equal(cause)
    })
  }

  it('says a bot or a deleted account only of who is no member', () => {
    const known = { members: ['Robot', 'Deleted User'], everMembers: [], bots: ['robot'] }
    const { rows, unexplained } = unlinkedCauses(
      'm.user_id',
      [unlinked('ROBOT'), unlinked('deleted user')],
      known,
    )
    expect(rows).to.include({ bot: 0, 'deleted account': 0 })
    expect(unexplained.value).to.equal(2)
  })

  it('says ambiguous, too, where several members are the same when normalised', () => {
    const known = { members: ['Jo_hn', 'jo hn'], everMembers: ['John'], bots: [] }
    const { rows } = unlinkedCauses('m.user_id', [unlinked('John'), unlinked('JO HN')], known)
    expect(rows).to.include({ ambiguous: 1, 'member left': 0 })
  })

  it('counts rows by cause, linked ones not at all', () => {
    const groups = [
      { key: 'Bob', link: '1', rows: 1_000 },
      { key: 'somebody', link: '1', rows: 1_000 },
      unlinked('Robot', 20),
      unlinked('robot', 3),
      unlinked(null, 4),
    ]
    const found = unlinkedCauses('m.user_id', groups, KNOWN)
    expect(found.link).to.equal('m.user_id')
    expect(found.rows).to.deep.equal({
      'member left': 0,
      bot: 23,
      'deleted account': 0,
      'not in the clan': 0,
      ambiguous: 0,
      'no name': 4,
      'spelled otherwise': 0,
      'known by another name': 0,
      'known to be nobody': 0,
    })
    expect(found.unexplained).to.include({ value: 0, population: 2_027 })
  })

  it('breaches on every row that a member goes by the name of', () => {
    expect(
      unlinkedCauses('m.user_id', [unlinked('bob', 1_200), unlinked('Robot', 3)], KNOWN).unexplained,
    ).to.deep.include({
      value: 1_200,
      population: 1_203,
      witnesses: [
        { where: 'm.user_id of "bob"', what: '1,200 rows have no link, although a member goes by that name' },
      ],
    })
  })

  it('has looked at every row where each is linked', () => {
    const linked = [{ key: 'Bob', link: '1', rows: 5 }]
    expect(unlinkedCauses('m.user_id', linked, KNOWN).unexplained).to.include({ value: 0, population: 5 })
  })
})
