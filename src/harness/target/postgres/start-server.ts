import { containerEngine, pull } from './container-engine.ts'
import { removeLeftovers } from './leftover-containers.ts'
import { shown, toUrl } from './parse-url.ts'
import type { RunningServer } from './running-server.ts'
import { serverVersion } from './server-version.ts'
import { startContainer } from './start-container.ts'
import { untilAborted } from './until-aborted.ts'

export { useServer } from './use-server.ts'

export interface StartOptions {
  /** `STAGEGATE_POSTGRES_IMAGE`, or else `postgres:17-alpine`. */
  readonly image?: string | undefined
  readonly onProgress?: (progress: {
    readonly what: string
    readonly done: number
    readonly total: number
  }) => void
  /** Ends starting: nothing of it is left when the promise is rejected. */
  readonly signal?: AbortSignal
}

const IMAGE = 'postgres:17-alpine'
/** What is told on the way: an image may have to be pulled, which takes longest. */
const STAGES = ['container engine', 'image of PostgreSQL', 'PostgreSQL in a container'] as const

/**
 * Starts PostgreSQL in a container of its own, and removes what dead processes have left.
 * @throws StagegateError when there is no container engine or no image, or the server does not start; the reason of the
 * signal when that ends it
 */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const startedAt = performance.now()
  const { image = process.env.STAGEGATE_POSTGRES_IMAGE || IMAGE, signal } = options
  const tell = (done: number) =>
    options.onProgress?.({ what: STAGES[done] ?? STAGES[2], done, total: STAGES.length })
  tell(0)
  const client = await untilAborted(containerEngine(), signal)
  await removeLeftovers(client)
  tell(1)
  await untilAborted(pull(client, image), signal)
  tell(2)
  const container = await startContainer(client, image, signal)
  try {
    const version = await serverVersion(container.address)
    tell(STAGES.length)
    return {
      url: toUrl(container.address),
      location: shown(container.address),
      version,
      image,
      startupMilliseconds: performance.now() - startedAt,
      [Symbol.asyncDispose]: () => container[Symbol.asyncDispose](),
    }
  } catch (error) {
    await container[Symbol.asyncDispose]()
    throw error
  }
}
