import { describe, it } from 'node:test'
import { expect } from 'chai'
import { askDiscord } from '../../testing/ask-discord.ts'
import { plainMessage } from '../../testing/plain-message.ts'
import { CHANNEL_ID, GUILD_ID, plainRecording } from '../../testing/plain-recording.ts'
import type { RecordedMessage } from '../../testing/recording.ts'
import { serveText } from '../../testing/serve-text.ts'
import { thrownBy } from '../../testing/thrown-by.ts'
import { discord } from '../discord.ts'

const MESSAGES = `/channels/${CHANNEL_ID}/messages`
const OTHER_ID = '100000000000000003'

describe('a page of messages', () => {
  it('keeps ids of 64 bits and moments of microseconds', async () => {
    const id = '9223372036854775807'
    const message = plainMessage(id, {
      author: { id: '1318672905128575079', username: 'x' },
      timestamp: '2025-12-22T15:00:00.123456+00:00',
    })
    await using asked = await askDiscord(channelOf([message]))
    const [found] = (await asked.pages(CHANNEL_ID)).flat()
    expect(found).to.include({
      id,
      authorId: '1318672905128575079',
      createdAt: '2025-12-22T15:00:00.123456Z',
    })
  })

  it('names an author as others see it', async () => {
    const names = [{ global_name: 'Bob ✨' }, { global_name: null }, {}]
    const messages = names.map((name, nth) =>
      plainMessage(String(nth + 1), { author: { id: '7', username: 'bob', ...name } }),
    )
    await using asked = await askDiscord(channelOf(messages))
    const found = (await asked.pages(CHANNEL_ID)).flat()
    expect(found.map(({ authorName }) => authorName)).to.deep.equal(['Bob ✨', 'bob', 'bob'])
  })

  for (const [what, further] of [
    ['an id of 65 bits', { id: '18446744073709551616' }],
    ['an id that the database cannot hold', { id: '9223372036854775808' }],
    ['an id that is a number', { id: 5 }],
    ['an id that is a word', { id: 'five' }],
    ['no id', { id: undefined }],
    ['an id with a zero before it', { id: '05' }],
    ['an id from before', { id: '2' }],
    ['the same message twice', { id: '4' }],
    ['a moment that does not exist', { timestamp: '2025-02-30T15:00:00.000000+00:00' }],
    ['no content', { content: undefined }],
    ['no author', { author: undefined }],
    ['a message of another channel', { channel_id: OTHER_ID }],
  ] as const) {
    it(`gives nothing with ${what}`, async () => {
      const page = [{ ...plainMessage('6'), ...further }, plainMessage('4')]
      await using server = await serveText((_, response) => response.end(JSON.stringify(page)))
      const source = discord({ baseUrl: server.url, token: 'x', guildId: GUILD_ID, channelIds: [CHANNEL_ID] })
      const error = await thrownBy(source.pagesAfter(CHANNEL_ID, '3')[Symbol.asyncIterator]().next())
      expect(error).to.include({ kind: 'unreadable' })
      expect(error).to.have.property('reason').that.includes(`Discord answered ${MESSAGES} with JSON`)
    })
  }
})

function channelOf(messages: readonly RecordedMessage[]) {
  return plainRecording({ messages: { [CHANNEL_ID]: messages } })
}
