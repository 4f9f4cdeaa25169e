import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerAsDiscord } from './answer-as-discord.ts'
import { answerAsWiseOldMan } from './answer-as-wise-old-man.ts'
import { type DiscordLimit, discordBuckets } from './discord-buckets.ts'
import { type Fault, sendWithFault } from './fault.ts'
import { isLaterId } from './is-later-id.ts'
import type { RecordedAnswer } from './recorded-answer.ts'
import type { RecordedRequest } from './recorded-request.ts'
import type { Recording } from './recording.ts'
import { sendAnswer } from './send-answer.ts'

export type { Fault } from './fault.ts'
export type { RecordedRequest } from './recorded-request.ts'

/** Both APIs on this machine. Disposing of it closes every connection, those with an unfinished answer too. */
export interface RecordingServer extends AsyncDisposable {
  /** What a client of Wise Old Man takes for its base, version included. */
  readonly wiseOldManUrl: string
  /** What a client of Discord takes for its base; it adds the version. */
  readonly discordUrl: string
  /** Every request, in the order in which they came. It grows. */
  readonly requests: readonly RecordedRequest[]
}

export interface ServeOptions {
  /** Asked for every request, once it is in the log. */
  fault?(request: RecordedRequest): Fault | undefined
  /** The only bot that Discord knows; without it, it knows all. */
  readonly token?: string
  /** The only key that Wise Old Man knows; it lets in who has none. */
  readonly apiKey?: string
  /** Of Discord, for each channel and guild; without it, more than anybody asks. */
  readonly discordLimit?: DiscordLimit
}

/** What the path begins with, and how the API is told who asks. */
const APIS = [
  { api: 'Wise Old Man', prefix: '/wise-old-man/v2', credential: 'x-api-key' },
  { api: 'Discord', prefix: '/discord/api', version: '/v10', credential: 'authorization' },
] as const

const NOTHING: RecordedAnswer = { status: 404, body: { message: 'Nothing is here.' } }

/** Answers as the two APIs would, over HTTP. The recording is read as it is now: what is changed in it later may be missed. */
export async function serveRecording(
  recording: Recording,
  options: ServeOptions = {},
): Promise<RecordingServer> {
  const requests: RecordedRequest[] = []
  const answer = answerWith(recording, options)
  const server = createServer((request, response) => {
    const incoming = incomingOf(request)
    if (incoming === undefined) return sendAnswer(response, NOTHING)
    const { api, path, query } = incoming
    const logged: RecordedRequest = { api, path, query: Object.fromEntries(query) }
    requests.push(logged)
    send(response, options.fault?.(logged), answer(incoming), api)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    wiseOldManUrl: `http://127.0.0.1:${port}${APIS[0].prefix}`,
    discordUrl: `http://127.0.0.1:${port}${APIS[1].prefix}`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

interface Incoming {
  readonly api: RecordedRequest['api']
  readonly path: string
  readonly query: URLSearchParams
  readonly credential: string | null
}

function incomingOf({ url = '', headers, method }: IncomingMessage): Incoming | undefined {
  const [sent = '', query] = url.split('?', 2)
  for (const { api, prefix, credential, ...rest } of APIS) {
    const start = `${prefix}${'version' in rest ? rest.version : ''}/`
    if (method === 'GET' && sent.startsWith(start)) {
      const given = headers[credential]
      return {
        api,
        path: sent.slice(start.length - 1),
        query: new URLSearchParams(query),
        credential: typeof given === 'string' ? given : null,
      }
    }
  }
  return undefined
}

function answerWith(recording: Recording, { token, apiKey, discordLimit }: ServeOptions) {
  const count = discordBuckets(discordLimit ?? { requests: 1_000_000, seconds: 1 })
  const messages = new Map(
    Object.entries(recording.messages).map(([channel, all]) => [
      channel,
      all.toSorted((one, other) => (isLaterId(one.id, other.id) ? 1 : -1)),
    ]),
  )
  return ({ api, path, query, credential }: Incoming): RecordedAnswer => {
    const segments = segmentsOf(path)
    if (segments === undefined)
      return { status: 400, body: { message: 'The path is not escaped as paths are.' } }
    const parts = { segments, query, credential }
    return api === 'Discord'
      ? answerAsDiscord(recording, parts, { token, messages, count })
      : answerAsWiseOldMan(recording, parts, apiKey)
  }
}

function segmentsOf(path: string): readonly string[] | undefined {
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

function send(
  response: ServerResponse,
  fault: Fault | undefined,
  answer: RecordedAnswer,
  api: RecordedRequest['api'],
): void {
  if (fault === undefined) sendAnswer(response, answer)
  else sendWithFault(response, fault, answer, api)
}
