import { describe, it } from 'node:test'
import { expect } from 'chai'
import { askDiscord } from '../testing/ask-discord.ts'
import { plainMessage } from '../testing/plain-message.ts'
import { CHANNEL_ID, GUILD_ID, plainRecording } from '../testing/plain-recording.ts'
import { readRecording } from '../testing/read-recording.ts'
import type { RecordedMessage } from '../testing/recording.ts'
import { thrownBy } from '../testing/thrown-by.ts'
import type { ListedMessage } from './message-source.ts'

const MESSAGES = `/channels/${CHANNEL_ID}/messages`
const OTHER_ID = '100000000000000003'

describe('discord', () => {
  it('gives every recorded message, oldest first, in pages of a hundred', async () => {
    const recording = await readRecording()
    const [general = '', drops = ''] = Object.keys(recording.channels)
    await using asked = await askDiscord(recording)
    expect(asked.source.channels).to.deep.equal([general, drops])
    const pages = await asked.pages(general)
    expect(pages.map((page) => page.length)).to.deep.equal([100, 30])
    const recorded = (recording.messages[general] ?? []).toReversed()
    expect(pages.flat()).to.deep.equal(recorded.map((message) => listed(message, recording.guild.id)))
    expect((await asked.pages(drops)).map((page) => page.length)).to.deep.equal([7])
  })

  it('gives what was written after a message', async () => {
    const { messages, ...recording } = await readRecording()
    const [general = ''] = Object.keys(recording.channels)
    const recorded = (messages[general] ?? []).toReversed()
    await using asked = await askDiscord({ ...recording, messages })
    const pages = await asked.pages(general, recorded[27]?.id)
    expect(pages.flat().map(({ id }) => id)).to.deep.equal(recorded.slice(28).map(({ id }) => id))
    expect(await asked.pages(general, recorded.at(-1)?.id)).to.deep.equal([])
  })

  it('goes from page to page by the last id, and gives no empty page', async () => {
    const ids = Array.from({ length: 200 }, (_, nth) => String(9_999_999_999_999_900n + BigInt(nth)))
    await using asked = await askDiscord(channelOf(ids.map((id) => plainMessage(id))))
    const pages = await asked.pages(CHANNEL_ID)
    expect(pages.map((page) => page.map(({ id }) => id))).to.deep.equal([ids.slice(0, 100), ids.slice(100)])
    const queries = asked.requests.filter(({ path }) => path === MESSAGES).map(({ query }) => query)
    expect(queries).to.deep.equal([
      { after: '0', limit: '100' },
      { after: ids[99], limit: '100' },
      { after: ids[199], limit: '100' },
    ])
  })

  it('gives the pages before one that fails', async () => {
    const ids = Array.from({ length: 150 }, (_, nth) => String(1000 + nth))
    await using asked = await askDiscord(
      channelOf(ids.map((id) => plainMessage(id))),
      {},
      { fault: ({ query }) => (query.after === '1099' ? 'half a JSON' : undefined) },
    )
    const given: string[] = []
    const reading = (async () => {
      for await (const page of asked.source.pagesAfter(CHANNEL_ID, null))
        given.push(...page.map(({ id }) => id))
    })()
    expect(await thrownBy(reading)).to.include({ kind: 'unreadable' })
    expect(given).to.deep.equal(ids.slice(0, 100))
  })

  it('asks for names once each, and only where there is something to name', async () => {
    const recording = plainRecording({
      channels: { [CHANNEL_ID]: { id: CHANNEL_ID, name: null }, [OTHER_ID]: { id: OTHER_ID, name: 'other' } },
      messages: {
        [CHANNEL_ID]: [plainMessage('5')],
        [OTHER_ID]: [plainMessage('6', { channel_id: OTHER_ID })],
      },
    })
    await using asked = await askDiscord(recording)
    await asked.pages(CHANNEL_ID, '5')
    expect(asked.paths).to.deep.equal([MESSAGES])
    const found = [
      await asked.pages(CHANNEL_ID),
      await asked.pages(OTHER_ID),
      await asked.pages(OTHER_ID),
    ].flat(2)
    expect(found.map(({ channelName, guildName }) => [channelName, guildName])).to.deep.equal([
      ...[
        [null, 'Guild'],
        ['other', 'Guild'],
        ['other', 'Guild'],
      ],
    ])
    expect(asked.paths.filter((path) => !path.endsWith('/messages'))).to.deep.equal([
      ...[`/channels/${CHANNEL_ID}`, `/guilds/${GUILD_ID}`, `/channels/${OTHER_ID}`],
    ])
  })

  it('gives nothing of a channel whose guild cannot be named, and asks for the name again', async () => {
    let faults = 1
    const fault = ({ path }: { readonly path: string }) =>
      path.startsWith('/guilds') && faults-- > 0 ? ('unavailable' as const) : undefined
    await using asked = await askDiscord(channelOf([plainMessage('5')]), {}, { fault })
    expect(await thrownBy(asked.pages(CHANNEL_ID))).to.include({ kind: 'server error' })
    expect(await asked.pages(CHANNEL_ID)).to.have.length(1)
  })

  it('gives nothing of a channel that is of another guild', async () => {
    const channels = { [CHANNEL_ID]: { id: CHANNEL_ID, guild_id: OTHER_ID, name: 'elsewhere' } }
    await using asked = await askDiscord({ ...channelOf([plainMessage('5')]), channels })
    expect(await thrownBy(asked.pages(CHANNEL_ID))).to.include({
      kind: 'unreadable',
      reason: `Discord answered /channels/${CHANNEL_ID} with a channel of the guild ${OTHER_ID}, not of ${GUILD_ID}`,
    })
  })

  it('is refused with a token that is not known, every time in the same words', async () => {
    await using asked = await askDiscord(plainRecording(), { token: 'wrong' }, { token: 'right' })
    for (const _ of [1, 2]) {
      expect(await thrownBy(asked.pages(CHANNEL_ID))).to.include({
        kind: 'refused',
        reason: `Discord answered ${MESSAGES} with 401: it does not know the credential`,
      })
    }
  })
})

function channelOf(messages: readonly RecordedMessage[]) {
  return plainRecording({ messages: { [CHANNEL_ID]: messages } })
}

function listed(
  { id, channel_id, author, content, timestamp }: RecordedMessage,
  guildId: string,
): ListedMessage {
  return {
    id,
    authorId: author.id,
    authorName: author.global_name ?? author.username,
    content,
    channelId: channel_id,
    channelName: 'general',
    guildId,
    guildName: 'Hollow Lantern',
    createdAt: timestamp.replace('+00:00', 'Z'),
  }
}
