import { describe, it } from 'node:test'
import { expect } from 'chai'
import { askWiseOldMan } from '../../testing/ask-wise-old-man.ts'
import { plainRecording } from '../../testing/plain-recording.ts'
import { plainSnapshot } from '../../testing/plain-snapshot.ts'
import { readRecording } from '../../testing/read-recording.ts'
import { serveText } from '../../testing/serve-text.ts'
import { thrownBy } from '../../testing/thrown-by.ts'
import { wiseOldMan } from '../wise-old-man.ts'

const FROM = '2025-01-01T00:00:00.000000Z'
const TO = '2025-12-31T00:00:00.000000Z'
const MOMENT = '2025-12-22T15:00:00.000Z'

describe('the figures of a snapshot', () => {
  it('are those of the recorded players', async () => {
    const recording = await readRecording()
    await using asked = await askWiseOldMan(recording)
    for (const [name, newestFirst] of Object.entries(recording.players)) {
      const snapshots = await asked.clan.snapshotsOf(name, FROM, TO)
      const recorded = newestFirst.toReversed()
      expect(snapshots.map(({ rawData }) => rawData)).to.deep.equal(
        recorded.map((one) => JSON.stringify(one)),
      )
      expect(snapshots.map(({ timestamp }) => timestamp)).to.deep.equal(
        recorded.map(({ createdAt }) => createdAt.replace('Z', '000Z')),
      )
      for (const [nth, { data }] of recorded.entries()) {
        const { totalXp, ehp, ehb, bosses } = snapshots[nth] ?? {}
        expect(totalXp).to.equal(data.skills.overall.experience)
        expect([ehp, ehb]).to.deep.equal([data.computed.ehp.value, data.computed.ehb.value])
        expect(bosses?.map(({ name: boss }) => boss)).to.deep.equal(Object.keys(data.bosses))
      }
    }
  })

  it('are null where the player is not ranked; the sum is of what was killed', async () => {
    const bosses = { zulrah: 12, vorkath: -1, obor: 0, hespori: 30 }
    const snapshot = plainSnapshot(MOMENT, { experience: -1, ehp: -1, ehb: 0, bosses })
    await using asked = await askWiseOldMan(plainRecording({ players: { Bob: [snapshot] } }))
    const [found] = await asked.clan.snapshotsOf('Bob', FROM, TO)
    expect(found).to.include({ totalXp: null, ehp: null, ehb: 0, totalBossKills: 42 })
    expect(found?.bosses).to.deep.equal([
      { name: 'zulrah', kills: 12, rank: null },
      { name: 'vorkath', kills: null, rank: null },
      { name: 'obor', kills: 0, rank: null },
      { name: 'hespori', kills: 30, rank: null },
    ])
  })

  it('come with what was answered, even where it only looks like a date', async () => {
    const odd = { ...plainSnapshot(MOMENT), note: '2025-02-30T00:00:00.000Z', 'né\n': [null, 0.1, '🦀'] }
    await using asked = await askWiseOldMan(plainRecording({ players: { Bob: [odd] } }))
    const [found] = await asked.clan.snapshotsOf('Bob', FROM, TO)
    expect(found?.rawData).to.equal(JSON.stringify(odd))
  })

  const good = plainSnapshot(MOMENT, { bosses: { zulrah: 1 } })
  for (const [what, wrong] of [
    ['a moment in words', { ...good, createdAt: '22 December 2025' }],
    ['a day that does not exist', { ...good, createdAt: '2025-02-30T00:00:00.000Z' }],
    ['kills as text', withBoss({ kills: '1', rank: 2 })],
    ['less than unranked', withBoss({ kills: -2, rank: 2 })],
    ['half a kill', withBoss({ kills: 1.5, rank: 2 })],
    ['a boss without kills', withBoss({ rank: 2 })],
    ['no bosses', { ...good, data: { ...good.data, bosses: undefined } }],
    ['no experience', { ...good, data: { ...good.data, skills: {} } }],
    ['no efficiency', { ...good, data: { ...good.data, computed: {} } }],
    ['nothing', null],
  ] as const) {
    it(`cannot be had with ${what}: then none of the page can`, async () => {
      await using server = await serveText((_, response) => response.end(JSON.stringify([good, wrong])))
      const clan = wiseOldMan({ groupId: 1, baseUrl: server.url })
      const error = await thrownBy(clan.snapshotsOf('Bob', '0001-01-01T00:00:00.000000Z', TO))
      expect(error).to.include({ kind: 'unreadable' })
      expect(error)
        .to.have.property('reason')
        .that.includes('/players/Bob/snapshots with JSON of another shape')
    })
  }
})

function withBoss(zulrah: object) {
  const { data, ...rest } = plainSnapshot(MOMENT)
  return { ...rest, data: { ...data, bosses: { zulrah } } }
}
