import { describe, it } from 'node:test'
import { ACTIVITIES, BOSSES, COMPUTED_METRICS, SKILLS } from '@wise-old-man/utils'
import { expect } from 'chai'
import { readRecording } from './read-recording.ts'

describe('the recorded responses', () => {
  it('are of six members with hard names, and of their snapshots', async () => {
    const { group, players } = await readRecording()
    const names = group.memberships.map(({ player }) => player.displayName)
    expect(Object.keys(players)).to.have.members(names)
    for (const hard of [/ /, /_/, /-/, /[À-ÿ]/, /\d/, /^[a-z]+$/])
      expect(names.join('\n')).to.match(new RegExp(hard, 'm'))
    expect(group).to.include({ memberCount: names.length })
  })

  it('have every skill, boss and activity that the client knows, some of them unranked', async () => {
    const { players } = await readRecording()
    for (const snapshot of Object.values(players).flat()) {
      const { skills, bosses, activities, computed } = snapshot.data
      expect(Object.keys(skills)).to.deep.equal(SKILLS)
      expect(Object.keys(bosses)).to.deep.equal(BOSSES)
      expect(Object.keys(activities as object)).to.deep.equal(ACTIVITIES)
      expect(Object.keys(computed)).to.deep.equal(COMPUTED_METRICS)
      expect(Object.values(bosses).some(({ kills, rank }) => kills === -1 && rank === -1)).to.equal(true)
    }
  })

  it('have two or three snapshots of each member, newest first, of which two may be of one day', async () => {
    const { players } = await readRecording()
    let sameDay = 0
    for (const [name, snapshots] of Object.entries(players)) {
      const moments = snapshots.map(({ createdAt }) => createdAt)
      expect(moments.length, name).to.be.within(2, 3)
      expect(moments).to.deep.equal(moments.toSorted().toReversed())
      if (new Set(moments.map((moment) => moment.slice(0, 10))).size < moments.length) sameDay += 1
    }
    expect(sameDay).to.be.greaterThan(2)
  })

  it('have two channels, one of them with more messages than a page has', async () => {
    const { channels, messages, guild } = await readRecording()
    expect(Object.keys(channels)).to.have.members(Object.keys(messages))
    expect(Object.values(channels).every(({ guild_id }) => guild_id === guild.id)).to.equal(true)
    expect(Object.values(messages).map(({ length }) => length)).to.have.members([130, 7])
    const ids = Object.values(messages).flatMap((of) => of.map(({ id }) => id))
    expect(new Set(ids).size).to.equal(ids.length)
  })

  it('have messages by members in other cases, by a bot and by an outsider', async () => {
    const { group, messages } = await readRecording()
    const members = new Set(group.memberships.map(({ player }) => player.displayName))
    const lower = new Set([...members].map((name) => name.toLowerCase()))
    const authors = Object.values(messages)
      .flat()
      .map(({ author }) => ({ name: author.global_name ?? author.username, bot: author.bot === true }))
    const names = new Set(authors.map(({ name }) => name))
    expect([...names].some((name) => members.has(name))).to.equal(true)
    expect(
      [...names].filter((name) => !members.has(name) && lower.has(name.toLowerCase())),
    ).to.include.members(['ASH WREN', 'ÉLAN VEY'])
    expect(names).to.include('Visiting Heron')
    expect(authors.some(({ bot }) => bot)).to.equal(true)
  })
})
