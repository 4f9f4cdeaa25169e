import { setTimeout } from 'node:timers/promises'
import { REST, RequestMethod, type ResponseLike } from '@discordjs/rest'
import { APIVersion } from 'discord-api-types/v10'
import type { z } from 'zod'
import { getText } from '../http/get-text.ts'
import { readAnswer } from '../http/read-answer.ts'
import { sourceFailure } from '../http/source-failure.ts'
import { askedWait } from './asked-wait.ts'
import { rateLimitWaits } from './rate-limit-waits.ts'

export interface DiscordClientOptions {
  readonly token: string
  readonly baseUrl: string
  readonly timeoutMilliseconds: number
  readonly patienceMilliseconds: number
  readonly requestsPerSecond: number
}

/** Asks for a route of Discord's API. @throws SourceError */
export type AskDiscord = <Schema extends z.ZodType>(
  route: `/${string}`,
  schema: Schema,
  query?: Readonly<Record<string, string>>,
) => Promise<z.output<Schema>>

/** A timer that never gets to ring: {@link getText} has its own, which counts the body too. */
const NEVER = 2 ** 31 - 1

/** Discord's own client, for its rate limits; it repeats nothing. */
export function discordClient(options: DiscordClientOptions): AskDiscord {
  const { token, baseUrl, timeoutMilliseconds, patienceMilliseconds, requestsPerSecond } = options
  const versioned = `${baseUrl}/v${APIVersion}`
  const askedBy = (url: string) => ({
    source: 'Discord',
    path: url.slice(versioned.length).replace(/[?].*/s, ''),
  })
  const waits = rateLimitWaits(patienceMilliseconds)
  /**
   * Addresses that were answered with 429, and how long to wait. The client asks about them in the same way as it asks
   * whether to wait of its own accord.
   */
  const refused = new Map<string, number | undefined>()

  const rest = new REST({
    api: baseUrl,
    retries: 0,
    timeout: NEVER,
    globalRequestsPerSecond: requestsPerSecond,
    hashSweepInterval: 0,
    handlerSweepInterval: 0,

    async makeRequest(url, init) {
      const asked = askedBy(url)
      // The client makes a plain object of its headers.
      const given = init.headers as Record<string, string>
      const { status, text, headers } = await getText(url, asked, { headers: given, timeoutMilliseconds })
      if (status === 429) refused.set(url, askedWait(headers))
      else if (status < 200 || status > 299) throw sourceFailure(asked, { status })
      const seen = waits.noteAnswer(asked.path, headers)
      // Node's own fetch and the release of it that the client's types are from are told apart by name only.
      return new Response(text === '' ? null : text, { status, headers: seen }) as unknown as ResponseLike
    },

    rejectOnRateLimit({ url }) {
      if (!refused.has(url)) return false
      const waitMilliseconds = refused.get(url)
      refused.delete(url)
      throw sourceFailure(askedBy(url), { status: 429, waitMilliseconds })
    },
  }).setToken(token)

  return async (route, schema, query = {}) => {
    const asked = { source: 'Discord', path: route }
    const waitMilliseconds = waits.millisecondsBefore(route)
    if (waitMilliseconds > patienceMilliseconds) {
      throw sourceFailure(asked, { waitMilliseconds, patienceMilliseconds })
    }
    if (waitMilliseconds > 0) await setTimeout(waitMilliseconds)
    const response = await rest.queueRequest({
      fullRoute: route,
      method: RequestMethod.Get,
      query: new URLSearchParams(query),
    })
    return readAnswer(schema, await response.text(), asked)
  }
}
