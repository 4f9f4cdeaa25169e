import { describe, it } from 'node:test'
import { expect } from 'chai'
import { askWiseOldMan } from '../../testing/ask-wise-old-man.ts'
import { readRecording } from '../../testing/read-recording.ts'
import { serveText } from '../../testing/serve-text.ts'
import { thrownBy } from '../../testing/thrown-by.ts'
import type { ListedClan } from '../clan-source.ts'
import { wiseOldMan } from '../wise-old-man.ts'

describe('the list of members', () => {
  it('has everybody of the recorded clan, in its order', async () => {
    const recording = await readRecording()
    await using asked = await askWiseOldMan(recording)
    const { members, unreadable } = await asked.clan.clan()
    expect(members.map(({ username }) => username)).to.deep.equal([
      ...['Ash Wren', 'Bramble_Fox', 'Cinder-Oak', 'Élan Vey', 'Dun Moth 7', 'quillback'],
    ])
    expect(members[3]).to.deep.equal({
      username: 'Élan Vey',
      role: 'corporal',
      joinedAt: '2024-11-02T21:17:00.000000Z',
      lastUpdated: '2025-12-22T07:05:19.033000Z',
    })
    expect(unreadable).to.deep.equal([])
    expect(asked.requests).to.deep.equal([{ api: 'Wise Old Man', path: '/groups/7311', query: {} }])
  })

  it('says of every entry that names nobody, or that cannot be read, where it stands and why', async () => {
    const { members, unreadable } = await clanAnswered({
      memberships: [
        membership('!!!'),
        membership('Bob'),
        membership(' \u200b'),
        membership(null),
        membership(undefined),
        membership(5),
        membership('x'.repeat(300)),
        membership('Bob/Alice'),
        null,
        { ...membership('Bob'), player: undefined },
        { ...membership('Bob'), role: 5 },
        { ...membership('Bob'), createdAt: '2025-02-30T00:00:00.000Z' },
        { ...membership('Alice'), role: null, createdAt: null },
      ],
    })
    expect(members).to.deep.equal([
      {
        username: 'Bob',
        role: 'member',
        joinedAt: '2025-12-01T12:00:00.000000Z',
        lastUpdated: '2025-12-22T15:00:00.123000Z',
      },
      { username: 'Alice', role: null, joinedAt: null, lastUpdated: '2025-12-22T15:00:00.123000Z' },
    ])
    expect(unreadable.map(({ entry, kind, reason }) => [entry, kind, reason])).to.deep.equal([
      ['entry 1: "!!!"', 'no name', 'The name has characters that no name has'],
      ['entry 3: " \u200b"', 'no name', 'The name is empty'],
      ['entry 4: null', 'no name', 'The name is empty'],
      [
        'entry 5',
        'unreadable',
        odd(' at player.displayName: Invalid input: expected string, received undefined'),
      ],
      ['entry 6: 5', 'no name', 'The name is no text'],
      [`entry 7: "${'x'.repeat(59)}…`, 'no name', 'The name is too long'],
      ['entry 8: "Bob/Alice"', 'no name', 'The name has characters that no name has'],
      ['entry 9', 'unreadable', odd(': Invalid input: expected object, received null')],
      ['entry 10', 'unreadable', odd(' at player: Invalid input: expected object, received undefined')],
      ['entry 11: "Bob"', 'unreadable', odd(' at role: Invalid input: expected string, received number')],
      ['entry 12: "Bob"', 'unreadable', odd(' at createdAt: no moment')],
    ])
  })

  for (const group of [[], {}, { memberships: {} }, null, 'group', 5]) {
    it(`cannot be had from ${JSON.stringify(group)}`, async () => {
      expect(await thrownBy(clanAnswered(group))).to.include({ kind: 'unreadable' })
    })
  }
})

async function clanAnswered(group: unknown): Promise<ListedClan> {
  await using server = await serveText((_, response) => response.end(JSON.stringify(group)))
  return await wiseOldMan({ groupId: 1, baseUrl: server.url }).clan()
}

function membership(displayName: unknown) {
  return {
    role: 'member',
    createdAt: '2025-12-01T12:00:00.000Z',
    player: { displayName, updatedAt: '2025-12-22T15:00:00.123Z' },
  }
}

function odd(what: string): string {
  return `The entry has another shape than Wise Old Man documents${what}`
}
