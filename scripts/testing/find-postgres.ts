import { startServer } from '../../src/harness/target/postgres/start-server.ts'
import { useServer } from '../../src/harness/target/postgres/use-server.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'

/** A server for the tests, or why there is none. */
export type FoundPostgres =
  | {
      readonly url: string
      readonly version: string
      /** Started by us, in a container; otherwise it is the user's own. */
      readonly isOurs: boolean
      readonly stop: () => Promise<void>
    }
  | { readonly whyNot: string }

/**
 * The server that `STAGEGATE_POSTGRES_URL` names, or one in a container. Whether containers can be started is asked by
 * starting one: a socket that is there says nothing.
 */
export async function findPostgres(signal: AbortSignal): Promise<FoundPostgres> {
  const named = process.env.STAGEGATE_POSTGRES_URL ?? ''
  try {
    const server = named === '' ? await startServer({ signal }) : await useServer(named)
    return {
      url: server.url,
      version: server.version,
      isOurs: named === '',
      stop: async () => server[Symbol.asyncDispose](),
    }
  } catch (error) {
    if (error instanceof StagegateError) return { whyNot: error.message }
    throw error
  }
}
