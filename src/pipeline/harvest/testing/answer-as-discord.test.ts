import { describe, it } from 'node:test'
import { expect } from 'chai'
import { plainMessage } from './plain-message.ts'
import { CHANNEL_ID, GUILD_ID, plainRecording } from './plain-recording.ts'
import { type RecordingServer, serveRecording } from './serve-recording.ts'

const IDS = Array.from({ length: 120 }, (_, nth) => String(nth + 1))
const RECORDING = plainRecording({ messages: { [CHANNEL_ID]: IDS.map((id) => plainMessage(id)) } })

describe('serveRecording, as Discord', () => {
  const messages = `/channels/${CHANNEL_ID}/messages`

  for (const [query, expected] of [
    ['', IDS.slice(70)],
    ['limit=3', IDS.slice(117)],
    ['after=0&limit=100', IDS.slice(0, 100)],
    ['after=99', IDS.slice(99)],
    ['after=120', []],
  ] as const) {
    it(`answers ?${query} with ${expected.length} messages, newest first`, async () => {
      await using server = await serveRecording(RECORDING)
      const { body } = await discord(server, `${messages}?${query}`)
      expect((body as { id: string }[]).map(({ id }) => id)).to.deep.equal(expected.toReversed())
    })
  }

  for (const [path, status, code] of [
    [`/guilds/${CHANNEL_ID}`, 404, 10004],
    [`/channels/${GUILD_ID}`, 404, 10003],
    [`/channels/${GUILD_ID}/messages`, 404, 10003],
    [`${messages}?limit=101`, 400, 50035],
  ] as const) {
    it(`answers ${path} with ${status}`, async () => {
      await using server = await serveRecording(RECORDING)
      const answer = await discord(server, path)
      expect([answer.status, (answer.body as { code: number }).code]).to.deep.equal([status, code])
    })
  }

  it('lets in bots with its token, or with any where it has none', async () => {
    await using server = await serveRecording(RECORDING, { token: 'right' })
    await using open = await serveRecording(RECORDING)
    const statuses = async (of: RecordingServer) =>
      await Promise.all(
        ['Bot right', 'Bot wrong', 'right', 'Bearer right', ''].map(
          async (authorization) => (await discord(of, `/guilds/${GUILD_ID}`, { authorization })).status,
        ),
      )
    expect(await statuses(server)).to.deep.equal([200, 401, 401, 401, 401])
    expect(await statuses(open)).to.deep.equal([200, 200, 401, 401, 401])
  })

  it('says how much of its limit is left, and refuses what goes beyond it', async () => {
    await using server = await serveRecording(RECORDING, { discordLimit: { requests: 2, seconds: 60 } })
    const remaining: (string | null)[] = []
    for (const _ of [1, 2])
      remaining.push((await discord(server, messages)).headers.get('x-ratelimit-remaining'))
    expect(remaining).to.deep.equal(['1', '0'])
    const { status, headers, body } = await discord(server, messages)
    expect([status, headers.get('retry-after')]).to.deep.equal([429, '60'])
    expect(body).to.include({ message: 'You are being rate limited.', global: false })
    expect((await discord(server, `/channels/${CHANNEL_ID}`)).status).to.equal(200)
  })
})

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

async function discord(
  server: RecordingServer,
  path: string,
  headers: Record<string, string> = { authorization: 'Bot any' },
): Promise<Answer> {
  const response = await fetch(`${server.discordUrl}/v10${path}`, { headers })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}
