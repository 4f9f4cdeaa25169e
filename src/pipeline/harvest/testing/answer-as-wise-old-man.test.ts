import { describe, it } from 'node:test'
import { expect } from 'chai'
import { GROUP_ID, plainRecording } from './plain-recording.ts'
import { plainSnapshot } from './plain-snapshot.ts'
import { type RecordingServer, serveRecording } from './serve-recording.ts'

const MOMENTS = Array.from({ length: 60 }, (_, nth) =>
  new Date(Date.UTC(2025, 11, 20, 60 - nth)).toISOString(),
)
const RECORDING = plainRecording({
  players: { 'Jo_Hn Doe': MOMENTS.map((moment) => plainSnapshot(moment)) },
})

describe('serveRecording, as Wise Old Man', () => {
  for (const [query, expected] of [
    ['', MOMENTS.slice(0, 20)],
    ['limit=50', MOMENTS.slice(0, 50)],
    ['limit=50&offset=50', MOMENTS.slice(50)],
    ['offset=60', []],
    [`limit=50&startDate=${MOMENTS[4]}&endDate=${MOMENTS[2]}`, MOMENTS.slice(2, 5)],
  ] as const) {
    it(`answers ?${query} with ${expected.length} snapshots, newest first`, async () => {
      await using server = await serveRecording(RECORDING)
      const { body } = await wiseOldMan(server, `/players/jo%20hn-doe/snapshots?${query}`)
      expect((body as { createdAt: string }[]).map(({ createdAt }) => createdAt)).to.deep.equal(expected)
    })
  }

  for (const [path, status, message] of [
    ['/players/nobody/snapshots', 404, 'Player not found.'],
    ['/groups/2', 404, 'Group not found.'],
    ['/players/%E0/snapshots', 400, 'The path is not escaped as paths are.'],
    ['/players/jo_hn_doe/snapshots?limit=51', 400, 'The maximum results limit is 50.'],
    ['/players/jo_hn_doe/snapshots?limit=0', 400, "Parameter 'limit' must be > 0."],
    ['/players/jo_hn_doe/snapshots?offset=-1', 400, "Parameter 'offset' must be >= 0."],
    ['/players/jo_hn_doe/snapshots?startDate=then', 400, 'Invalid date.'],
    [
      '/players/jo_hn_doe/snapshots?startDate=2025-12-22&endDate=2025-12-22',
      400,
      'Min date must be before the max date.',
    ],
    ['/players/jo_hn_doe', 404, 'Endpoint was not found.'],
  ] as const) {
    it(`answers ${path} with ${status}`, async () => {
      await using server = await serveRecording(RECORDING)
      expect(await wiseOldMan(server, path)).to.deep.equal({ status, body: { message } })
    })
  }

  it('lets in who has its key or none', async () => {
    await using server = await serveRecording(RECORDING, { apiKey: 'key' })
    const path = `/groups/${GROUP_ID}`
    expect((await wiseOldMan(server, path)).status).to.equal(200)
    expect((await wiseOldMan(server, path, { 'x-api-key': 'key' })).body).to.deep.equal(RECORDING.group)
    expect((await wiseOldMan(server, path, { 'x-api-key': 'other' })).status).to.equal(403)
  })
})

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function wiseOldMan(
  server: RecordingServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${server.wiseOldManUrl}${path}`, { headers })
  return { status: response.status, body: await response.json() }
}
