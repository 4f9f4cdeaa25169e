import type { ServerResponse } from 'node:http'
import type { RecordedAnswer } from './recorded-answer.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Sends an answer as a whole. */
export function sendAnswer(response: ServerResponse, { status, headers = {}, body }: RecordedAnswer): void {
  sendText(response, { status, headers, text: JSON.stringify(body) })
}

export interface TextToSend {
  readonly status: number
  readonly text: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  /** How many bytes of it go out; the length that is announced is always that of all. */
  readonly only?: number
}

/** Sends a text, or a part of it and then nothing more: the response stays open. */
export function sendText(
  response: ServerResponse,
  { status, text, type = JSON_TYPE, headers = {}, only }: TextToSend,
): void {
  const bytes = Buffer.from(text)
  response.writeHead(status, { ...headers, 'content-type': type, 'content-length': bytes.length })
  if (only === undefined) response.end(bytes)
  else response.write(bytes.subarray(0, only))
}
