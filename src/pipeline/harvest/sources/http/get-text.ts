import { SourceError } from '../source-error.ts'
import { type Asked, sourceFailure } from './source-failure.ts'

/** An answer that came as a whole, whatever its status. */
export interface TextAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

export interface GetOptions {
  readonly headers: Readonly<Record<string, string>>
  /** For the whole answer, its body included. */
  readonly timeoutMilliseconds: number
}

/**
 * One request, and all of its answer. Redirects are not followed: whoever stands there would be given the credential.
 * @throws SourceError `no answer` or `timed out`
 */
export async function getText(url: string, asked: Asked, options: GetOptions): Promise<TextAnswer> {
  const { headers, timeoutMilliseconds } = options
  const abandon = new AbortController()
  let timer: NodeJS.Timeout | undefined
  // The clock decides by itself, and the signal only frees the connection: whether a library heeds a signal while a body
  // comes in depends on the library.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(sourceFailure(asked, { timeoutMilliseconds }))
      abandon.abort()
    }, timeoutMilliseconds)
  })
  try {
    return await Promise.race([wholeAnswer(url, headers, abandon.signal), late])
  } catch (error) {
    throw error instanceof SourceError ? error : sourceFailure(asked, { thrown: error })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Every request has a connection of its own. One that is kept can be closed by the server while the database, which is
 * driven synchronously, lets nothing else of the process run; the next request would be sent into it and lost.
 */
async function wholeAnswer(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<TextAnswer> {
  const response = await fetch(url, {
    headers: { ...headers, connection: 'close' },
    signal,
    redirect: 'manual',
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
