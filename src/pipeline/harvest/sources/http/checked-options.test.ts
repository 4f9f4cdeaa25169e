import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import { expect } from 'chai'
import { discord } from '../discord.ts'
import { wiseOldMan } from '../wise-old-man.ts'

describe('options of a source', () => {
  const token = 'abc.DEF-1'
  const good = { token, guildId: '1', channelIds: ['2'] }

  it('can be used as they are documented', () => {
    wiseOldMan({ groupId: 1 })
    wiseOldMan({
      groupId: 1,
      baseUrl: 'http://127.0.0.1:8080/v2/',
      apiKey: 'a',
      userAgent: 'us (mail)',
      requestsPerMinute: 1,
    })
    discord(good)
    discord({ ...good, requestsPerSecond: Number.POSITIVE_INFINITY, timeoutMilliseconds: 2 ** 31 - 1 })
  })

  for (const wrong of [
    { token: '' },
    { token: `${token}\n` },
    { token: `Bot ${token}` },
    { token: `${token}…` },
    { guildId: 'guild' },
    { channelIds: ['2', '../guilds'] },
    { baseUrl: 'discord.com' },
    { baseUrl: 'ftp://discord.com' },
    { baseUrl: `https://user:${token}@discord.com/api` },
    { baseUrl: `https://discord.com/api?key=${token}` },
    { timeoutMilliseconds: 0 },
    { timeoutMilliseconds: 2 ** 31 },
    { timeoutMilliseconds: Number.NaN },
    { patienceMilliseconds: -1 },
    { requestsPerSecond: 0 },
    { requestsPerSecond: 0.5 },
  ]) {
    it(`are refused with ${JSON.stringify(wrong)}, without quoting it`, () => {
      let error: unknown
      try {
        discord({ ...good, ...wrong })
      } catch (thrown) {
        error = thrown
      }
      expect(error).to.be.instanceOf(TypeError)
      expect(error).to.have.property('message').that.includes(`Options of Discord:\n`)
      expect(error)
        .to.have.property('message')
        .that.includes(`at ${Object.keys(wrong)[0]}`)
      expect(inspect(error, { depth: 10 })).not.to.include(token)
    })
  }

  it('are refused for Wise Old Man likewise', () => {
    for (const wrong of [
      { groupId: 0 },
      { apiKey: 'a b' },
      { userAgent: 'us\r\nx-api-key: a' },
      { requestsPerMinute: -1 },
    ]) {
      expect(() => wiseOldMan({ groupId: 1, ...wrong }), JSON.stringify(wrong)).to.throw(
        TypeError,
        'Options of Wise Old Man',
      )
    }
  })
})
