import { describe, it } from 'node:test'
import { expect } from 'chai'
import { answeredClan } from './answered-clan.ts'
import type { ClanFacts } from './clan-facts.ts'
import { expectedRows } from './expected-rows.ts'
import { faultyAnswers, HEALTHY } from './faulty-answers.ts'

const FACTS: ClanFacts = {
  members: Array.from({ length: 10 }, (_, at) => ({
    username: `Member ${at}`,
    role: at === 1 ? null : 'member',
    joinedAt: at === 2 ? null : '2024-01-01 10:00:00.123456+00:00',
    lastUpdated: null,
  })),
  newestSnapshot: '2025-12-22 15:00:00.000000+00:00',
  newestMessage: '1452677057742483903',
  channel: { id: '718672905128575117', guildId: '318672905128575079' },
  formerMember: "O'Gone",
  outsider: 'Passer-by',
  bot: 'Carl-bot',
}

describe('answeredClan', () => {
  const answered = answeredClan(FACTS, 'nobody')

  it('lists everybody who stays and three who join', () => {
    expect(answered.players.filter(({ joins }) => !joins)).to.have.lengthOf(10)
    expect(answered.players.filter(({ joins }) => joins).map(({ username }) => username)).to.deep.equal([
      'Newcomer 10',
      "O'Gone",
      'Passer-by',
    ])
    expect(answered.leavers).to.deep.equal([])
  })

  it('answers later than anything that is stored, and before the moment of the harvest', () => {
    const moments = answered.players.flatMap(({ snapshots }) => snapshots.map(({ timestamp }) => timestamp))
    expect(moments.every((moment) => moment > '2025-12-22T15:00' && moment < answered.now)).to.equal(true)
    const ids = answered.channels.flatMap(({ messages }) => messages.map(({ id }) => BigInt(id)))
    expect(ids.every((id) => id > BigInt(FACTS.newestMessage))).to.equal(true)
    expect(new Set(ids)).to.have.lengthOf(155)
  })

  it('has two snapshots of one day and one of the next, of every player', () => {
    for (const { snapshots } of answered.players) {
      expect(
        snapshots.map(({ timestamp, firstOfDay }) => [timestamp.slice(0, 10), firstOfDay]),
      ).to.deep.equal([
        ['2025-12-23', true],
        ['2025-12-23', false],
        ['2025-12-24', true],
      ])
    }
  })

  it('spreads those who leave over the clan, each once', () => {
    const { leavers, players } = answeredClan(FACTS, 'a fifth')
    expect(leavers).to.deep.equal(['Member 0', 'Member 5'])
    expect(players).to.have.lengthOf(11)
  })
})

describe('expectedRows', () => {
  const answered = answeredClan(FACTS, 'nobody')

  it('expects each table’s rows as literals, in the order of the queries', () => {
    const rows = expectedRows(answered, FACTS.members, HEALTHY.failed, [])
    expect(rows.members).to.have.lengthOf(13)
    expect(rows.members?.at(-2)).to.deep.equal([
      "'O''Gone'",
      "'recruit'",
      "'2025-12-23 01:00:00.000000+00:00'",
      "'2025-12-24 06:00:11.000000+00:00'",
    ])
    expect(rows.snapshots?.[0]).to.deep.equal([
      "'Member 0'",
      "'2025-12-23 06:00:00.000000+00:00'",
      '3000000000',
      '127',
      '1000.25',
      '100.5',
      '1',
    ])
    expect(rows.bosses?.slice(0, 2).map((row) => row.slice(2))).to.deep.equal([
      ["'abyssal_sire'", '120', '1000'],
      ["'cerberus'", '7', 'NULL'],
    ])
    expect(rows.messages).to.have.lengthOf(155)
    expect(rows.messages?.[1]?.at(-1)).to.equal("'2025-12-23 00:01:00.000001'")
  })

  it('leaves out what has failed, and whom it removes', () => {
    const { failed } = faultyAnswers(
      [
        { of: 'a player', answer: 'empty', 'is listed as': 'unreadable' },
        { of: 'an entry', answer: 'no name', 'is listed as': 'no name' },
        { of: 'a channel', answer: 'empty', 'is listed as': 'unreadable' },
      ],
      answered,
    )
    const rows = expectedRows(answered, FACTS.members, failed, [])
    expect(rows.members).to.have.lengthOf(13)
    // A member who could not be asked stays as it was.
    expect(rows.members?.[0]?.[3]).to.equal('NULL')
    expect(rows.snapshots).to.have.lengthOf(22)
    expect(rows.messages).to.have.lengthOf(25)
  })

  it('expects the members of before, and nothing of those who join, where there was no list', () => {
    const { failed } = faultyAnswers(
      [{ of: 'the list', answer: 'bad gateway', 'is listed as': 'server error' }],
      answered,
    )
    const rows = expectedRows(answered, FACTS.members, failed, [])
    expect(rows.members).to.have.lengthOf(10)
    expect(rows.snapshots).to.have.lengthOf(20)
  })
})

describe('faultyAnswers', () => {
  const answered = answeredClan(FACTS, 'nobody')

  it('fails what it says, by the paths of both APIs', () => {
    const { fault, failures } = faultyAnswers(
      [
        { of: 'a player', answer: 'empty', 'is listed as': 'unreadable' },
        { of: 'a player', answer: 'cut off', 'is listed as': 'no answer' },
        { of: 'a channel', answer: 'unavailable', 'is listed as': 'server error' },
      ],
      answered,
    )
    const at = (path: string) => fault({ api: 'Wise Old Man', path, query: {} })
    expect(at('/players/Member%200/snapshots')).to.equal('empty')
    expect(at('/players/Member%206/snapshots')).to.equal('cut off')
    expect(at('/players/Member%201/snapshots')).to.equal(undefined)
    expect(at('/groups/139')).to.equal(undefined)
    expect(at('/v10/channels/718672905128575117/messages')).to.equal('unavailable')
    expect(at('/v10/channels/718672905128575117')).to.equal(undefined)
    expect(failures.map(({ of }) => of)).to.deep.equal(['Member 0', 'Member 6', '718672905128575117'])
  })

  it('refuses what cannot fail', () => {
    const row = (of: string) => ({ of, answer: 'empty', 'is listed as': 'unreadable' })
    expect(() => faultyAnswers([row('a dog')], answered)).to.throw(RangeError, 'a dog')
    expect(() => faultyAnswers(Array(14).fill(row('a player')), answered)).to.throw(
      RangeError,
      'fewer players',
    )
    expect(() => faultyAnswers(Array(3).fill(row('a channel')), answered)).to.throw(
      RangeError,
      'fewer channels',
    )
  })
})
