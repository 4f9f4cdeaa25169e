import { WOMClient } from '@wise-old-man/utils'
import pThrottle from 'p-throttle'
import { getText } from '../http/get-text.ts'
import { sourceFailure } from '../http/source-failure.ts'

export interface WiseOldManClientOptions {
  readonly baseUrl?: string | undefined
  readonly apiKey?: string | undefined
  readonly userAgent: string
  readonly timeoutMilliseconds: number
  readonly requestsPerMinute: number
}

/** What the client hands to the one method that all of its requests go through. */
interface ClientRequest {
  readonly path: string
  readonly params?: Readonly<Record<string, string | number | Date | undefined>>
}

/** What of the client is out of its callers' sight, and is relied upon here. */
interface Inside {
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string>>
  fetch(request: ClientRequest): Promise<ClientResponse>
}

/** What the client makes of a response: `json()`, and what looks like a date in it into a Date. */
interface ClientResponse {
  readonly ok: true
  json(): Promise<string>
}

/**
 * The official client, whose requests end in time, keep to the API's rate, and fail for every status that is no success.
 * What its methods give is **the text** of the answer, whatever they are declared to give: the client would make Dates of
 * texts, and what is stored has to be what was answered. They throw SourceError.
 */
export function wiseOldManClient(options: WiseOldManClientOptions): Pick<WOMClient, 'groups' | 'players'> {
  const { baseUrl, apiKey, userAgent, timeoutMilliseconds, requestsPerMinute } = options
  const client = new WOMClient({
    userAgent,
    ...(baseUrl === undefined ? {} : { baseAPIUrl: baseUrl }),
    ...(apiKey === undefined ? {} : { apiKey }),
  })
  const ask = (inside: Inside, request: ClientRequest) => answer(inside, request, timeoutMilliseconds)
  // Waiting for its turn does not count as the API's time: the clock starts when the request is sent.
  const send =
    requestsPerMinute === Number.POSITIVE_INFINITY
      ? ask
      : pThrottle({ limit: requestsPerMinute, interval: 60_000, strict: true })(ask)
  for (const part of [client.groups, client.players]) {
    const inside = insideOf(part)
    inside.fetch = (request) => send(inside, request)
  }
  return client
}

async function answer(
  { baseUrl, headers }: Inside,
  { path, params }: ClientRequest,
  timeoutMilliseconds: number,
): Promise<ClientResponse> {
  const asked = { source: 'Wise Old Man', path }
  const { status, text } = await getText(`${baseUrl}${path}${queryOf(params)}`, asked, {
    headers,
    timeoutMilliseconds,
  })
  if (status < 200 || status > 299) throw sourceFailure(asked, { status })
  return { ok: true, json: () => Promise.resolve(text) }
}

/** As the client does it, but for moments: it would send them in words, without their milliseconds. */
function queryOf(params: ClientRequest['params'] = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) query.set(name, value instanceof Date ? value.toISOString() : String(value))
  }
  return query.size === 0 ? '' : `?${query}`
}

function insideOf(part: object): Inside {
  const inside = part as Inside
  if (
    typeof inside.fetch === 'function' &&
    typeof inside.baseUrl === 'string' &&
    typeof inside.headers === 'object'
  ) {
    return inside
  }
  throw new Error('@wise-old-man/utils has changed inside: its requests can no longer be timed and throttled')
}
