import { describe, it, mock } from 'node:test'
import { expect } from 'chai'
import { type AskedClan, askWiseOldMan } from '../testing/ask-wise-old-man.ts'
import { plainRecording } from '../testing/plain-recording.ts'
import { plainSnapshot } from '../testing/plain-snapshot.ts'
import type { RecordedSnapshot } from '../testing/recording.ts'
import { serveText } from '../testing/serve-text.ts'
import { thrownBy } from '../testing/thrown-by.ts'
import { wiseOldMan } from './wise-old-man.ts'

const FROM = '2025-01-01T00:00:00.000000Z'
const TO = '2025-12-31T00:00:00.000000Z'

describe('wiseOldMan', () => {
  for (const [count, offsets] of [
    [0, ['0']],
    [49, ['0']],
    [50, ['0', '50']],
    [120, ['0', '50', '100']],
  ] as const) {
    it(`gives all of ${count} snapshots, page by page, oldest first`, async () => {
      const moments = hourly(count)
      await using asked = await askWiseOldMan(
        bob(moments.toReversed().map((moment) => plainSnapshot(moment))),
      )
      expect(await timestamps(asked)).to.deep.equal(moments.map((moment) => moment.replace('Z', '000Z')))
      expect(asked.requests.map(({ query }) => query.offset)).to.deep.equal(offsets)
    })
  }

  it('gives none when a later page fails', async () => {
    const snapshots = hourly(60).map((moment) => plainSnapshot(moment))
    await using asked = await askWiseOldMan(
      bob(snapshots),
      {},
      {
        fault: ({ query }) => (query.offset === '50' ? 'cut off' : undefined),
      },
    )
    expect(await thrownBy(timestamps(asked))).to.include({ kind: 'no answer' })
    expect(asked.requests).to.have.length(2)
  })

  it('does not go round for ever where the API knows no pages', async () => {
    const page = JSON.stringify(hourly(50).map((moment) => plainSnapshot(moment)))
    await using server = await serveText((_, response) => response.end(page))
    const clan = wiseOldMan({ groupId: 1, baseUrl: server.url })
    expect(await thrownBy(clan.snapshotsOf('Bob', FROM, TO))).to.include({
      kind: 'unreadable',
      reason: 'Wise Old Man answered /players/Bob/snapshots with the same page twice',
    })
    expect(server.paths).to.have.length(2)
  })

  it('asks to the millisecond, in the form of the API', async () => {
    await using asked = await askWiseOldMan(bob([]))
    await asked.clan.snapshotsOf('Bob', '2025-12-22T00:00:00.000000Z', '2025-12-22T15:00:00.123456Z')
    expect(asked.requests.map(({ query }) => query)).to.deep.equal([
      {
        startDate: '2025-12-22T00:00:00.000Z',
        endDate: '2025-12-22T15:00:00.124Z',
        limit: '50',
        offset: '0',
      },
    ])
  })

  it('gives what lies in the range to the microsecond, both ends included; it may be a moment', async () => {
    const at = (ms: number) => `2025-12-22T15:00:00.${ms}`
    await using asked = await askWiseOldMan(bob([501, 500, 499].map((ms) => plainSnapshot(`${at(ms)}Z`))))
    expect(await timestamps(asked, `${at(500)}000Z`, `${at(500)}000Z`)).to.deep.equal([`${at(500)}000Z`])
    expect(await timestamps(asked, `${at(499)}001Z`, `${at(500)}999Z`)).to.deep.equal([`${at(500)}000Z`])
    expect(await timestamps(asked, `${at(499)}000Z`, `${at(501)}000Z`)).to.have.length(3)
  })

  it('gives one snapshot of a moment, the first in the answer', async () => {
    const snapshots = [1, 2].map((experience) => plainSnapshot('2025-12-22T15:00:00.000Z', { experience }))
    await using asked = await askWiseOldMan(bob(snapshots))
    const found = await asked.clan.snapshotsOf('Bob', FROM, TO)
    expect(found.map(({ totalXp }) => totalXp)).to.deep.equal([1])
  })

  it('asks for the very name, whatever is in it', async () => {
    const names = ['Ash Wren', 'a/b', 'what?', 'no #1', '100%', 'a%2Fb', 'Élan', '한글', 'x&y=z', '..;', '🦀']
    const players = names.map((name, experience) => [
      name,
      [plainSnapshot('2025-12-22T15:00:00.000Z', { experience })],
    ])
    await using asked = await askWiseOldMan(plainRecording({ players: Object.fromEntries(players) }))
    for (const [nth, name] of names.entries()) {
      const [snapshot] = await asked.clan.snapshotsOf(name, FROM, TO)
      expect(snapshot?.totalXp, name).to.equal(nth)
    }
    expect(asked.requests[1]?.path).to.equal('/players/a%2Fb/snapshots')
  })

  for (const name of ['', '.', '..', '\ud800']) {
    it(`asks for nobody under ${JSON.stringify(name)}, which would be another path`, async () => {
      await using asked = await askWiseOldMan(plainRecording())
      expect(await thrownBy(asked.clan.snapshotsOf(name, FROM, TO))).to.include({ kind: 'no name' })
      expect(asked.requests).to.deep.equal([])
    })
  }

  it('is refused for whom the API does not know, and with a key that it does not know', async () => {
    await using asked = await askWiseOldMan(
      plainRecording(),
      { apiKey: 'right', groupId: 9 },
      { apiKey: 'right' },
    )
    expect(await thrownBy(asked.clan.clan())).to.include({
      kind: 'refused',
      reason: 'Wise Old Man answered /groups/9 with 404: it knows no such thing',
    })
    const path = '/players/No%20One/snapshots'
    expect(await thrownBy(asked.clan.snapshotsOf('No One', FROM, TO))).to.include({
      kind: 'refused',
      reason: `Wise Old Man answered ${path} with 404: it knows no such thing`,
    })
    await using locked = await askWiseOldMan(plainRecording(), { apiKey: 'wrong' }, { apiKey: 'right' })
    expect(await thrownBy(locked.clan.clan()))
      .to.have.property('reason')
      .that.includes('/groups/1 with 403')
  })

  for (const [options, allowed] of [
    [{ requestsPerMinute: 3 }, 3],
    [{ requestsPerMinute: undefined }, 20],
    [{ requestsPerMinute: undefined, apiKey: 'key' }, 100],
  ] as const) {
    it(`sends no more than ${allowed} requests in a minute, of both kinds together`, async () => {
      await using asked = await askWiseOldMan(bob([]), options)
      mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() })
      try {
        for (let sent = 1; sent < allowed; sent += 1) await timestamps(asked)
        await asked.clan.clan()
        const next = timestamps(asked)
        mock.timers.tick(59_999)
        await new Promise((resolve) => setImmediate(resolve))
        expect(asked.requests).to.have.length(allowed)
        mock.timers.tick(1)
        await next
        expect(asked.requests).to.have.length(allowed + 1)
      } finally {
        mock.timers.reset()
      }
    })
  }
})

function bob(snapshots: readonly RecordedSnapshot[]) {
  return plainRecording({ players: { Bob: snapshots } })
}

function hourly(count: number): readonly string[] {
  return Array.from({ length: count }, (_, nth) => new Date(Date.UTC(2025, 5, 1, nth)).toISOString())
}

async function timestamps({ clan }: AskedClan, from = FROM, to = TO): Promise<readonly string[]> {
  return (await clan.snapshotsOf('Bob', from, to)).map(({ timestamp }) => timestamp)
}
