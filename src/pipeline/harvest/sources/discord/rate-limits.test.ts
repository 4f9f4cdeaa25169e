import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { askDiscord } from '../../testing/ask-discord.ts'
import { plainMessage } from '../../testing/plain-message.ts'
import { CHANNEL_ID, plainRecording } from '../../testing/plain-recording.ts'
import { serveText } from '../../testing/serve-text.ts'
import { thrownBy } from '../../testing/thrown-by.ts'
import { discord } from '../discord.ts'

const MESSAGES = `/channels/${CHANNEL_ID}/messages`
const OTHER_ID = '100000000000000003'

/** Reads a channel whose second page has to wait for 30 seconds, and prints what came of it. */
const PROGRAM = `
  import { askDiscord } from './src/pipeline/harvest/testing/ask-discord.ts'
  import { plainMessage } from './src/pipeline/harvest/testing/plain-message.ts'
  import { CHANNEL_ID, plainRecording } from './src/pipeline/harvest/testing/plain-recording.ts'
  const messages = Array.from({ length: 101 }, (_, nth) => plainMessage(String(nth + 1)))
  const recording = plainRecording({ messages: { [CHANNEL_ID]: messages } })
  const asked = await askDiscord(recording, { patienceMilliseconds: 1000 }, { discordLimit: { requests: 1, seconds: 30 } })
  const error = await asked.pages(CHANNEL_ID).catch((error) => error)
  console.log(JSON.stringify({ kind: error.kind, reason: error.reason, paths: asked.paths }))
  await asked[Symbol.asyncDispose]()
`

describe("Discord's rate limits", () => {
  for (const [requests, seconds] of [
    [2, 0.6],
    [1, 0.3],
  ] as const) {
    it(`are waited for before a request, and do not count as its time: ${requests} in ${seconds} s`, async () => {
      const discordLimit = { requests, seconds }
      await using asked = await askDiscord(fullChannel(350), { timeoutMilliseconds: 250 }, { discordLimit })
      const start = performance.now()
      expect((await asked.pages(CHANNEL_ID)).flat()).to.have.length(350)
      expect(performance.now() - start).to.be.within(590, 30_000)
      expect(asked.paths.filter((path) => path === MESSAGES)).to.have.length(4)
    })
  }

  it('are not waited for beyond the patience: nothing is asked, and the process is free to end', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM],
      { cwd: join(import.meta.dirname, '../../../../..'), timeout: 20_000 },
    )
    const { kind, reason, paths } = JSON.parse(stdout)
    expect(kind).to.equal('rate limited')
    expect(reason).to.match(
      /^Discord asks to wait [23]\d(\.\d+)? s before \/channels\/\d+\/messages, longer than 1 s$/,
    )
    expect(paths.filter((path: string) => path === MESSAGES)).to.have.length(1)
  })

  it('end a request that is answered with 429 at once; what comes after it waits', async () => {
    let faults = 1
    await using asked = await askDiscord(
      fullChannel(1),
      {},
      {
        fault: ({ path }) => (path === MESSAGES && faults-- > 0 ? 'too many requests' : undefined),
      },
    )
    const start = performance.now()
    expect(await thrownBy(asked.pages(CHANNEL_ID))).to.include({
      kind: 'rate limited',
      reason: `Discord answered ${MESSAGES} with 429 (too many requests) and asks to wait 1 s`,
    })
    expect(performance.now() - start).to.be.lessThan(900)
    expect(asked.paths).to.deep.equal([MESSAGES])
    expect((await asked.pages(CHANNEL_ID)).flat()).to.have.length(1)
    expect(performance.now() - start).to.be.within(950, 30_000)
  })

  it('hold for everything where they say so, and a long one costs every channel', async () => {
    await using server = await serveText((_, response) => {
      response.writeHead(429, { 'retry-after': '3600', 'x-ratelimit-global': 'true' }).end('{}')
    })
    const source = discord({ baseUrl: server.url, token: 'x', guildId: '1', channelIds: [] })
    const firstOf = (channel: string) => source.pagesAfter(channel, null)[Symbol.asyncIterator]().next()
    expect(await thrownBy(firstOf(CHANNEL_ID))).to.include({
      reason: `Discord answered ${MESSAGES} with 429 (too many requests) and asks to wait 3600 s`,
    })
    const error = await thrownBy(firstOf(OTHER_ID))
    expect(error).to.include({ kind: 'rate limited' })
    expect(error)
      .to.have.property('reason')
      .that.matches(/ asks to wait 3\d\d\d(\.\d+)? s before .* longer than 60 s$/)
    expect(server.paths).to.have.length(1)
  })

  it('of a channel hold for that channel alone', async () => {
    await using server = await serveText(({ url }, response) => {
      if (url?.includes(CHANNEL_ID)) response.writeHead(429, { 'retry-after': '3600' })
      response.end('[]')
    })
    const source = discord({ baseUrl: server.url, token: 'x', guildId: '1', channelIds: [] })
    const firstOf = (channel: string) => source.pagesAfter(channel, null)[Symbol.asyncIterator]().next()
    for (const _ of [1, 2]) expect(await thrownBy(firstOf(CHANNEL_ID))).to.include({ kind: 'rate limited' })
    expect((await firstOf(OTHER_ID)).done).to.equal(true)
    expect(server.paths).to.have.length(2)
  })

  it('let through so many requests in a second, to all channels together', async () => {
    await using asked = await askDiscord(fullChannel(0), { requestsPerSecond: 3 })
    const start = performance.now()
    for (const _ of [1, 2, 3]) await asked.pages(CHANNEL_ID)
    expect(performance.now() - start).to.be.lessThan(900)
    await asked.pages(CHANNEL_ID)
    expect(performance.now() - start).to.be.greaterThan(950)
  })
})

function fullChannel(count: number) {
  const messages = Array.from({ length: count }, (_, nth) => plainMessage(String(nth + 1)))
  return plainRecording({ messages: { [CHANNEL_ID]: messages } })
}
