import { describe, it } from 'node:test'
import { expect } from 'chai'
import { GROUP_ID, plainRecording } from './plain-recording.ts'
import { type Fault, serveRecording } from './serve-recording.ts'
import { thrownBy } from './thrown-by.ts'

describe('serveRecording', () => {
  it('logs what it is asked for, and lets a fault depend on it', async () => {
    await using server = await serveRecording(plainRecording(), {
      fault: ({ api, path, query }) =>
        api === 'Discord' && path === '/x%20y' && query.q === '1' ? 'empty' : undefined,
    })
    expect(await statusOf(`${server.discordUrl}/v10/x%20y?q=2`)).to.equal(401)
    expect(await statusOf(`${server.discordUrl}/v10/x%20y?q=1`)).to.equal(200)
    expect(server.requests).to.deep.equal([
      { api: 'Discord', path: '/x%20y', query: { q: '2' } },
      { api: 'Discord', path: '/x%20y', query: { q: '1' } },
    ])
  })

  for (const fault of ['never answers', 'stalls in the body'] as const satisfies readonly Fault[]) {
    it(`ends at once when it is disposed of, even when it ${fault}`, async () => {
      const server = await serveRecording(plainRecording(), { fault: () => fault })
      const asking = thrownBy(wholeOf(`${server.wiseOldManUrl}/groups/${GROUP_ID}`))
      while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      const start = performance.now()
      await server[Symbol.asyncDispose]()
      expect(performance.now() - start).to.be.lessThan(500)
      expect(await asking).to.be.instanceOf(TypeError)
    })
  }
})

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url)
  await response.arrayBuffer()
  return response.status
}

async function wholeOf(url: string): Promise<string> {
  return await (await fetch(url)).text()
}
