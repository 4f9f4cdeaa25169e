import { StagegateError } from '../../../src/harness/vocabulary/stagegate-error.ts'

/** There is no server to measure on: none answers where one is named, and none can be started. */
export class NoServer extends StagegateError {}

/** Runs what is to give a server. @throws NoServer for what a reader can act on; what the signal says, when that ended it */
export async function orNoServer<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work()
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof StagegateError) throw new NoServer(error.text, { cause: error })
    throw error
  }
}
