import { askedWait } from './asked-wait.ts'

/**
 * The waits that Discord's answers ask for. The client keeps them too, but it forgets what the first answer of a route says,
 * and it does not know of patience.
 */
export interface RateLimitWaits {
  /**
   * Notes how long an answer asks to wait before the next request of its kind. It gives the headers that the client may see:
   * of a wait beyond the patience it must not know, since it starts a timer for each wait before it asks whether to wait at
   * all, and a timer of an hour keeps the process alive for an hour.
   */
  noteAnswer(path: string, headers: Headers): Headers
  /** How long a request has still to wait; 0 for one that may be sent now. */
  millisecondsBefore(path: string): number
}

const EVERYTHING = 'everything'

/** Everything that makes the client wait. */
const WAIT_HEADERS = ['retry-after', 'x-ratelimit-remaining', 'x-ratelimit-global']

/** Paths are waited for one by one: where Discord counts several of them together, the next one of them is told so. */
export function rateLimitWaits(patienceMilliseconds: number): RateLimitWaits {
  const until = new Map<string, number>()
  return {
    noteAnswer(path, headers) {
      const wait = askedWait(headers)
      if (wait === undefined) return headers
      until.set(headers.has('x-ratelimit-global') ? EVERYTHING : path, Date.now() + wait)
      if (wait <= patienceMilliseconds) return headers
      const seen = new Headers(headers)
      for (const header of WAIT_HEADERS) seen.delete(header)
      return seen
    },

    millisecondsBefore(path) {
      const end = Math.max(until.get(EVERYTHING) ?? 0, until.get(path) ?? 0)
      return Math.max(0, end - Date.now())
    },
  }
}
