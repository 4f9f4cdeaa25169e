import type { RequestListener } from 'node:http'
import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import { expect } from 'chai'
import { plainMessage } from '../testing/plain-message.ts'
import { CHANNEL_ID, GUILD_ID, plainRecording } from '../testing/plain-recording.ts'
import { plainSnapshot } from '../testing/plain-snapshot.ts'
import { type Fault, serveRecording } from '../testing/serve-recording.ts'
import { serveText } from '../testing/serve-text.ts'
import { thrownBy } from '../testing/thrown-by.ts'
import { discord } from './discord.ts'
import { SourceError } from './source-error.ts'
import { wiseOldMan } from './wise-old-man.ts'

const SECRET = 'MTIz.SECRET.xyz-7'
const FROM = '2025-01-01T00:00:00.000000Z'
const TO = '2025-12-31T00:00:00.000000Z'

const RECORDING = plainRecording({
  players: { Bob: [plainSnapshot('2025-12-22T15:00:00.000Z')] },
  messages: { [CHANNEL_ID]: [plainMessage('5')] },
})

/** What is said of each fault: its kind, and how its reason ends. */
const FAULTS: Readonly<Record<Fault, readonly [string, RegExp]>> = {
  'no connection': ['no answer', /: the connection broke off \((UND_ERR_SOCKET|ECONNRESET)\)$/],
  'cut off': ['no answer', /: the connection broke off \((UND_ERR_\w+|ECONNRESET)\)$/],
  'half a JSON': ['unreadable', / with no whole JSON \(\d+ characters\)$/],
  'never answers': ['timed out', / within 0\.3 s$/],
  'stalls in the body': ['timed out', / within 0\.3 s$/],
  'too many requests': ['rate limited', / with 429 \(too many requests\)( and asks to wait 1 s)?$/],
  'internal error': ['server error', / with 500: the fault is on its side$/],
  'bad gateway': ['server error', / with 502: the fault is on its side$/],
  unavailable: ['server error', / with 503: the fault is on its side$/],
  empty: ['unreadable', / with nothing$/],
  'other shape': ['unreadable', / with JSON of another shape than it documents/],
}

/** Milliseconds: waited for where nothing comes, and enough for a busy machine where something does. */
const SHORT = 300
const LONG = 30_000

/** Every request that the sources make, by its path. */
const REQUESTS: Readonly<Record<string, (url: string, timeout?: number) => Promise<unknown>>> = {
  '/groups/1': (url, timeout) => clanAt(url, timeout).clan(),
  '/players/Bob/snapshots': (url, timeout) => clanAt(url, timeout).snapshotsOf('Bob', FROM, TO),
  [`/channels/${CHANNEL_ID}/messages`]: firstPageAt,
  [`/channels/${CHANNEL_ID}`]: firstPageAt,
  [`/guilds/${GUILD_ID}`]: firstPageAt,
}

for (const [path, request] of Object.entries(REQUESTS)) {
  describe(`a fault in ${path}`, () => {
    for (const [fault, [kind, ending]] of Object.entries(FAULTS) as [Fault, (typeof FAULTS)[Fault]][]) {
      it(`${fault}: ${kind}`, async () => {
        await using server = await serveRecording(RECORDING, {
          fault: (asked) => (asked.path === path ? fault : undefined),
        })
        const url = isDiscord(path) ? server.discordUrl : server.wiseOldManUrl
        const error = await sourceErrorOf(request(url, kind === 'timed out' ? SHORT : LONG))
        expect(error.kind).to.equal(kind)
        expect(error.reason).to.match(ending)
        expect(error.reason).to.match(new RegExp(`^(Wise Old Man|Discord) [a-z ]+ ${path}[ :]`))
        expect(textOf(error)).not.to.include(SECRET)
        expect(server.requests.filter((asked) => asked.path === path)).to.have.length(1)
      })
    }
  })
}

describe('a source', () => {
  for (const [name, request] of [
    ['Wise Old Man', REQUESTS['/groups/1']],
    ['Discord', firstPageAt],
  ] as const) {
    it(`says that nobody is there: ${name}`, async () => {
      const server = await serveText(() => {})
      await server[Symbol.asyncDispose]()
      const error = await sourceErrorOf(request?.(server.url))
      expect(error.kind).to.equal('no answer')
      expect(error.reason).to.match(
        /^\S.* gave no whole answer to \S+: the connection was refused \(ECONNREFUSED\)$/,
      )
    })

    it(`says that the connection was reset, and does not try again: ${name}`, async () => {
      let requests = 0
      const error = await errorFrom(request, ({ socket }) => {
        requests += 1
        socket.resetAndDestroy()
      })
      expect(error.reason).to.match(/: the connection broke off \(ECONNRESET\)$/)
      expect(requests).to.equal(1)
    })

    for (const status of [400, 401, 403, 404, 410, 418, 451]) {
      it(`is refused with ${status}, whatever comes with it: ${name}`, async () => {
        for (const body of ['', 'null', '{"mess', '<html>', '{"message":5}', '[]']) {
          const error = await errorFrom(request, (_, response) => {
            response.writeHead(status, { 'content-type': 'application/json' }).end(body)
          })
          expect(error.kind, body).to.equal('refused')
          expect(error.reason).to.match(new RegExp(` with ${status}(:|$)`))
        }
      })
    }

    it(`is unreadable where a success has a page for people: ${name}`, async () => {
      const error = await errorFrom(request, (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('\n<!doctype html><p>Maintenance')
      })
      expect(error.kind).to.equal('unreadable')
      expect(error.reason).to.match(/ with a page for people \(30 characters\)$/)
    })

    it(`is unreadable where a success has no body at all: ${name}`, async () => {
      const error = await errorFrom(request, (_, response) => response.writeHead(204).end())
      expect(error.kind).to.equal('unreadable')
    })

    it(`follows nobody elsewhere, who would be given the secret: ${name}`, async () => {
      await using elsewhere = await serveText((_, response) => response.end('[]'))
      const error = await errorFrom(request, (_, response) => {
        response.writeHead(302, { location: elsewhere.url }).end()
      })
      expect(error.kind).to.equal('unreadable')
      expect(error.reason).to.match(/ with 302, which is not how it gives what was asked for$/)
      expect(elsewhere.paths).to.deep.equal([])
    })

    it(`does not say its secret when the answer does: ${name}`, async () => {
      for (const status of [200, 302, 400, 401, 429, 500]) {
        for (const body of [SECRET, `{"message":"${SECRET}`, `{"message":"${SECRET}"}`, `["${SECRET}"]`]) {
          const error = await errorFrom(request, (_, response) => {
            response.writeHead(status, { 'content-type': 'application/json', 'x-seen': SECRET }).end(body)
          })
          expect(textOf(error), `${status} ${body}`).not.to.include(SECRET)
        }
      }
    })
  }
})

async function errorFrom(
  request: ((url: string) => Promise<unknown>) | undefined,
  listener: RequestListener,
): Promise<SourceError> {
  await using server = await serveText(listener)
  return await sourceErrorOf(request?.(server.url))
}

async function sourceErrorOf(promise: Promise<unknown> | undefined): Promise<SourceError> {
  const error = await thrownBy(promise ?? Promise.resolve())
  if (error instanceof SourceError) return error
  throw error
}

/** All that an error says, wherever it says it. */
function textOf(error: unknown): string {
  const own = error instanceof Error ? [error.message, error.stack, String(error), textOf(error.cause)] : []
  return [...own, JSON.stringify(error), inspect(error, { depth: 10, showHidden: true })].join('\n')
}

function clanAt(baseUrl: string, timeoutMilliseconds = LONG) {
  return wiseOldMan({ groupId: 1, baseUrl, apiKey: SECRET, timeoutMilliseconds })
}

async function firstPageAt(baseUrl: string, timeoutMilliseconds = LONG): Promise<unknown> {
  const options = { token: SECRET, guildId: GUILD_ID, channelIds: [CHANNEL_ID], timeoutMilliseconds }
  return await discord({ ...options, baseUrl })
    .pagesAfter(CHANNEL_ID, null)
    [Symbol.asyncIterator]()
    .next()
}

function isDiscord(path: string): boolean {
  return !/^\/(groups|players)/.test(path)
}
