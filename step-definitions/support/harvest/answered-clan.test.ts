import { describe, it } from 'node:test'
import { expect } from 'chai'
import { answeredClan } from './answered-clan.ts'
import type { ClanFacts } from './clan-facts.ts'
import { expectedRows } from './expected-rows.ts'
import { faultyAnswers, HEALTHY } from './faulty-answers.ts'

const FACTS: ClanFacts = {
  members: ['Ann', 'Bo b', 'Cid', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'ivo', 'IVO'].map((username, at) => ({
    username,
    role: at === 1 ? 'owner' : 'member',
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
const JOINING = ['Newcomer 1', "O'Gone", 'Passer-by', 'Newcomer 2', 'Newcomer 3']
const row = (of: string, answer = 'empty', kind = 'unreadable') => ({ of, answer, 'is listed as': kind })

describe('answeredClan', () => {
  const answered = answeredClan(FACTS, 'nobody')
  const named = (name: string) => answered.players.find(({ username }) => username === name)

  it('lists everybody who stays, and as many who join as make a fifth of them a whole number', () => {
    expect(answered.players.filter(({ joins }) => joins).map(({ username }) => username)).to.deep.equal(
      JOINING,
    )
    expect(answered.players).to.have.lengthOf(15)
    expect(answered.leavers).to.deep.equal([])
  })

  it('spells two members in another way, about whom there can be no doubt', () => {
    const respelt = answered.players.filter(({ username, listedAs }) => username !== listedAs)
    expect(respelt.map(({ username, listedAs }) => [username, listedAs])).to.deep.equal([
      ['Ann', 'ANN'],
      ['Bo b', 'Bo_b'],
    ])
  })

  it('answers nothing of a day that has a snapshot, and nothing later than the harvest', () => {
    const moments = answered.players
      .filter(({ username }) => username !== 'Newcomer 1')
      .flatMap(({ snapshots }) => snapshots.map(({ timestamp }) => timestamp))
    expect(moments.every((moment) => moment > '2025-12-23' && moment < answered.now)).to.equal(true)
    const ids = answered.channels.flatMap(({ messages }) => messages.map(({ id }) => BigInt(id)))
    expect(ids.every((id) => id > BigInt(FACTS.newestMessage))).to.equal(true)
    expect(new Set(ids)).to.have.lengthOf(155)
  })

  it('has two snapshots of one day and one of the next; of one player none, and of one more than a page', () => {
    const days = (name: string) =>
      named(name)?.snapshots.map(({ timestamp, firstOfDay }) => [timestamp.slice(0, 10), firstOfDay])
    const usual = [
      ['2025-12-23', true],
      ['2025-12-23', false],
      ['2025-12-24', true],
    ]
    expect(days('Ann')).to.deep.equal(usual)
    expect(days('Eve')).to.deep.equal([])
    expect(days('Newcomer 1')).to.have.lengthOf(63)
    expect(days('Newcomer 1')?.slice(-4)).to.deep.equal([['2025-12-22', true], ...usual])
  })

  it('has a fifth leave on the very boundary, one of two whose names differ by case among them', () => {
    const { leavers, players } = answeredClan(FACTS, 'a fifth')
    expect(leavers).to.deep.equal(['ivo', 'Cid', 'Fay'])
    expect(leavers.length * 5).to.equal(leavers.length + players.length)
  })
})

describe('expectedRows', () => {
  const answered = answeredClan(FACTS, 'nobody')

  it('expects each table’s rows as literals, in the order of the queries', () => {
    const rows = expectedRows(answered, FACTS.members, HEALTHY.failed, [])
    expect(rows.members).to.have.lengthOf(15)
    expect(rows.members?.find(([name]) => name === "'O''Gone'")).to.deep.equal([
      "'O''Gone'",
      "'recruit'",
      "'2025-12-23 00:00:00.000000+00:00'",
      "'2025-12-24 06:00:11.000000+00:00'",
    ])
    expect(rows.snapshots?.[0]).to.deep.equal([
      "'Ann'",
      "'2025-12-23 06:00:00.000000+00:00'",
      '3000000000',
      '127',
      '1000.25',
      '100.5',
      "'2025-12-23T06:00:00.000Z'",
      '3000000000',
    ])
    expect(rows.snapshots?.find(([name]) => name === "'Dee'")?.[2]).to.equal('NULL')
    expect(rows.bosses?.slice(0, 2).map((boss) => boss.slice(2))).to.deep.equal([
      ["'abyssal_sire'", '120', '1000'],
      ["'cerberus'", '7', 'NULL'],
    ])
    expect(rows.messages).to.have.lengthOf(155)
    expect(rows.messages?.[1]?.at(-1)).to.equal("'2025-12-23 00:01:00.000001'")
  })

  it('keeps what the list does not know', () => {
    const { members = [] } = expectedRows(answered, FACTS.members, HEALTHY.failed, [])
    expect(members.find(([name]) => name === "'Bo b'")?.[1]).to.equal("'owner'")
    expect(members.find(([name]) => name === "'Cid'")?.[2]).to.equal('NULL')
  })

  it('leaves out what has failed, and keeps what came before it', () => {
    const { failed } = faultyAnswers(
      [row('a player'), row('an entry'), row('a second page of a channel')],
      answered,
    )
    expect([...failed.players, ...failed.entries]).to.deep.equal(['Newcomer 3', 'Ann'])
    const rows = expectedRows(answered, FACTS.members, failed, [])
    expect(rows.members).to.have.lengthOf(14)
    // A member who could not be read stays as it was.
    expect(rows.members?.[0]?.[3]).to.equal('NULL')
    expect(rows.snapshots).to.have.lengthOf(2 * 12 + 60)
    expect(rows.messages).to.have.lengthOf(125)
  })

  it('expects the members of before, and nothing of those who join, where there was no list', () => {
    const { failed } = faultyAnswers([row('the list')], answered)
    const rows = expectedRows(answered, FACTS.members, failed, [])
    expect(rows.members).to.have.lengthOf(10)
    expect(rows.snapshots).to.have.lengthOf(2 * 9)
  })
})

describe('faultyAnswers', () => {
  const answered = answeredClan(FACTS, 'nobody')
  const at = (rows: readonly Record<string, string>[], path: string, query: Record<string, string> = {}) =>
    faultyAnswers(rows, answered).fault({ api: 'Discord', path, query })

  it('fails what it says, by the paths of both APIs and the names of today', () => {
    const rows = [
      row('a player', 'cut off'),
      row('a player'),
      row('a channel', 'unavailable'),
      row('the list'),
    ]
    expect(at(rows, '/players/Newcomer%203/snapshots')).to.equal('cut off')
    expect(at(rows, '/players/ANN/snapshots')).to.equal('empty')
    expect(at(rows, '/players/Cid/snapshots')).to.equal(undefined)
    expect(at(rows, '/groups/139')).to.equal('empty')
    expect(at(rows, '/channels/718672905128575117/messages')).to.equal('unavailable')
    expect(at(rows, '/channels/718672905128575117')).to.equal(undefined)
  })

  it('fails second pages alone', () => {
    const rows = [row('a second page of a player'), row('a second page of a channel')]
    const messages = '/channels/718672905128575117/messages'
    expect(at(rows, '/players/Newcomer%201/snapshots', { offset: '0' })).to.equal(undefined)
    expect(at(rows, '/players/Newcomer%201/snapshots', { offset: '50' })).to.equal('empty')
    expect(at(rows, messages, { after: FACTS.newestMessage })).to.equal(undefined)
    expect(at(rows, messages, { after: answered.channels[0]?.messages[99]?.id ?? '' })).to.equal('empty')
  })

  it('refuses what cannot fail', () => {
    expect(() => faultyAnswers([row('a dog')], answered)).to.throw(RangeError, 'a dog')
    expect(() => faultyAnswers(Array(16).fill(row('a player')), answered)).to.throw(
      RangeError,
      'fewer players',
    )
    expect(() => faultyAnswers(Array(3).fill(row('a channel')), answered)).to.throw(
      RangeError,
      'fewer channels',
    )
  })
})
