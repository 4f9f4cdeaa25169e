import type { ServerResponse } from 'node:http'
import type { RecordedAnswer } from './recorded-answer.ts'
import type { RecordedRequest } from './recorded-request.ts'
import { sendAnswer, sendText } from './send-answer.ts'

/**
 * What can go wrong with an answer. `no connection`: it breaks before anything was answered · `cut off`: it breaks after half
 * of the body · `half a JSON`: a whole response, of a JSON that ends in the middle · `never answers` · `stalls in the body`:
 * after half of it · `too many requests`: 429 · `internal error`: 500 · `bad gateway`: 502, with a page for people ·
 * `unavailable`: 503 · `empty`: 200 without a body · `other shape`: JSON that is something else.
 */
export type Fault =
  | 'no connection'
  | 'cut off'
  | 'half a JSON'
  | 'never answers'
  | 'stalls in the body'
  | 'too many requests'
  | 'internal error'
  | 'bad gateway'
  | 'unavailable'
  | 'empty'
  | 'other shape'

/** Seconds. */
const RETRY_AFTER = 0.4

const BAD_GATEWAY =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

/** Sends an answer with a fault. */
export function sendWithFault(
  response: ServerResponse,
  fault: Fault,
  answer: RecordedAnswer,
  api: RecordedRequest['api'],
): void {
  SEND[fault](response, answer, api)
}

const SEND: Readonly<
  Record<Fault, (response: ServerResponse, answer: RecordedAnswer, api: RecordedRequest['api']) => void>
> = {
  'no connection': (response) => response.destroy(),
  'cut off'(response, answer) {
    sendHalf(response, answer)
    // What was written has to leave first: destroyed at once, the connection breaks before anything was answered.
    setImmediate(() => response.destroy())
  },
  'half a JSON'(response, { status, body }) {
    const text = JSON.stringify(body)
    sendText(response, { status, text: text.slice(0, Math.ceil(text.length / 2)) })
  },
  'never answers'() {},
  'stalls in the body': sendHalf,
  'too many requests': (response, _, api) => sendAnswer(response, TOO_MANY[api]),
  'internal error': (response) =>
    sendAnswer(response, { status: 500, body: { message: 'Unknown server error.' } }),
  'bad gateway': (response) => sendText(response, { status: 502, type: 'text/html', text: BAD_GATEWAY }),
  unavailable: (response) => sendAnswer(response, { status: 503, body: { message: 'Service Unavailable' } }),
  empty: (response) => sendText(response, { status: 200, text: '' }),
  'other shape': (response) => sendAnswer(response, { status: 200, body: { surprise: [] } }),
}

const TOO_MANY: Readonly<Record<RecordedRequest['api'], RecordedAnswer>> = {
  'Wise Old Man': { status: 429, body: { message: 'Too Many Requests.' } },
  Discord: {
    status: 429,
    headers: {
      'retry-after': String(Math.ceil(RETRY_AFTER)),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(RETRY_AFTER),
      'x-ratelimit-scope': 'user',
    },
    body: { message: 'You are being rate limited.', retry_after: RETRY_AFTER, global: false },
  },
}

function sendHalf(response: ServerResponse, { status, body }: RecordedAnswer): void {
  const text = JSON.stringify(body)
  sendText(response, { status, text, only: Math.ceil(Buffer.byteLength(text) / 2) })
}
