import type { BucketState } from './discord-buckets.ts'
import { isLaterId } from './is-later-id.ts'
import type { RecordedAnswer, RequestParts } from './recorded-answer.ts'
import type { RecordedMessage, Recording } from './recording.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 100

export interface DiscordKnows {
  /** Without a token every bot is let in, but nobody else. */
  readonly token: string | undefined
  /** Every channel's messages, oldest first. */
  readonly messages: ReadonlyMap<string, readonly RecordedMessage[]>
  /** Counts a request to a bucket. */
  count(bucket: string): BucketState
}

/** As Discord answers (discord.com/developers/docs), rate limits included. */
export function answerAsDiscord(
  recording: Recording,
  request: RequestParts,
  knows: DiscordKnows,
): RecordedAnswer {
  const { segments, credential } = request
  const token = /^Bot (\S+)$/.exec(credential ?? '')?.[1]
  if (token === undefined || (knows.token !== undefined && token !== knows.token)) {
    return failed(401, 0, '401: Unauthorized')
  }
  const { exceeded, headers } = knows.count(segments.slice(0, 3).join('/'))
  if (exceeded) {
    const retry_after = Number(headers['x-ratelimit-reset-after'])
    return {
      status: 429,
      headers,
      body: { message: 'You are being rate limited.', retry_after, global: false },
    }
  }
  return { headers, ...found(recording, request, knows) }
}

function found(
  { guild, channels }: Recording,
  { segments: [kind, id = '', of], query }: RequestParts,
  { messages }: DiscordKnows,
): RecordedAnswer {
  if (kind === 'guilds' && of === undefined) {
    return id === guild.id ? { status: 200, body: guild } : failed(404, 10004, 'Unknown Guild')
  }
  const channel = kind === 'channels' ? channels[id] : undefined
  if (channel === undefined) return failed(404, 10003, 'Unknown Channel')
  if (of === undefined) return { status: 200, body: channel }
  return of === 'messages' ? pageOf(messages.get(id) ?? [], query) : failed(404, 0, '404: Not Found')
}

/** With `after` it is the oldest messages after that one, without it the newest of all: either way newest first. */
function pageOf(messages: readonly RecordedMessage[], query: URLSearchParams): RecordedAnswer {
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT)
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    return failed(400, 50035, 'Invalid Form Body')
  const after = query.get('after')
  const page =
    after === null
      ? messages.slice(-limit)
      : messages.filter(({ id }) => isLaterId(id, after)).slice(0, limit)
  return { status: 200, body: page.toReversed() }
}

function failed(status: number, code: number, message: string): RecordedAnswer {
  return { status, body: { message, code } }
}
