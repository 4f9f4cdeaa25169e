import type { z } from 'zod'
import { SourceError, type SourceFault } from '../source-error.ts'

/** What was asked for. */
export interface Asked {
  /** The source's name, as a sentence names it. */
  readonly source: string
  /** Without host and query, as it is sent. */
  readonly path: string
}

/**
 * What went wrong: an error of the HTTP library · no whole answer in time · a status that is no success, with the time
 * that the source asks to wait where it does · a wait before asking that is longer than the patience · a text that is no
 * JSON · a value of another shape · a value that cannot be the answer, in words.
 */
export type Failure =
  | { readonly thrown: unknown }
  | { readonly timeoutMilliseconds: number }
  | { readonly status: number; readonly waitMilliseconds?: number | undefined }
  | { readonly waitMilliseconds: number; readonly patienceMilliseconds: number }
  | { readonly noJson: string }
  | { readonly shape: z.ZodError }
  | { readonly answered: string }

/** What an error code of Node or of its HTTP client means. */
const BROKEN: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection broke off',
  ENOTFOUND: 'nobody knows its host',
  EAI_AGAIN: 'its host could not be looked up',
}

const TIMEOUTS = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'])

/** Statuses that tell their reader what to do. */
const ADVICE: Readonly<Record<number, string>> = {
  401: ': it does not know the credential',
  403: ': the credential does not allow it',
  404: ': it knows no such thing',
}

/**
 * Every kind of failure of a source, as one error. It has no cause: errors of HTTP libraries and JSON parsers quote headers
 * and answers, and with them, in the worst case, a credential. What they say that helps is in the reason.
 */
export function sourceFailure(asked: Asked, failure: Failure): SourceError {
  return new SourceError(faultOf(asked, failure))
}

function faultOf({ source, path }: Asked, failure: Failure): SourceFault {
  if ('thrown' in failure) return brokenConnection({ source, path }, codeOf(failure.thrown))
  if ('timeoutMilliseconds' in failure) {
    return {
      kind: 'timed out',
      reason: `${source} did not answer ${path} within ${seconds(failure.timeoutMilliseconds)}`,
    }
  }
  if ('status' in failure) return badStatus({ source, path }, failure)
  if ('patienceMilliseconds' in failure) {
    const { waitMilliseconds, patienceMilliseconds } = failure
    return {
      kind: 'rate limited',
      reason: `${source} asks to wait ${seconds(waitMilliseconds)} before ${path}, longer than ${seconds(patienceMilliseconds)}`,
    }
  }
  const what = 'answered' in failure ? failure.answered : unreadable(failure)
  return { kind: 'unreadable', reason: `${source} answered ${path} with ${what}` }
}

function brokenConnection({ source, path }: Asked, code: string | undefined): SourceFault {
  if (code !== undefined && TIMEOUTS.has(code)) {
    return { kind: 'timed out', reason: `${source} could not be reached in time for ${path} (${code})` }
  }
  const what = BROKEN[code ?? ''] ?? 'the connection failed'
  const named = code === undefined ? what : `${what} (${code})`
  return { kind: 'no answer', reason: `${source} gave no whole answer to ${path}: ${named}` }
}

function badStatus(
  { source, path }: Asked,
  { status, waitMilliseconds }: { readonly status: number; readonly waitMilliseconds?: number | undefined },
): SourceFault {
  const answered = `${source} answered ${path} with ${status}`
  if (status === 429) {
    const wait = waitMilliseconds === undefined ? '' : ` and asks to wait ${seconds(waitMilliseconds)}`
    return { kind: 'rate limited', reason: `${answered} (too many requests)${wait}` }
  }
  if (status >= 500) return { kind: 'server error', reason: `${answered}: the fault is on its side` }
  if (status >= 400) return { kind: 'refused', reason: `${answered}${ADVICE[status] ?? ''}` }
  return { kind: 'unreadable', reason: `${answered}, which is not how it gives what was asked for` }
}

function unreadable(failure: { readonly noJson: string } | { readonly shape: z.ZodError }): string {
  if ('shape' in failure) {
    const [issue] = failure.shape.issues
    const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
    return `JSON of another shape than it documents${where}: ${issue?.message ?? 'no reason given'}`
  }
  if (failure.noJson.trim() === '') return 'nothing'
  const kind = failure.noJson.trimStart().startsWith('<') ? 'a page for people' : 'no whole JSON'
  return `${kind} (${failure.noJson.length} characters)`
}

/** The first code in a chain of causes: fetch wraps what went wrong. */
function codeOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z\d_]+$/.test(cause.code)) {
      return cause.code
    }
  }
  return undefined
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds) / 1000} s`
}
