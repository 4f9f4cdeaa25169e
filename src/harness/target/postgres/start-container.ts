import { randomBytes, randomUUID } from 'node:crypto'
import type { ContainerRuntimeClient, StartedTestContainer } from 'testcontainers'
import type { PostgresAddress } from '../address.ts'
import { testcontainers } from './container-engine.ts'
import { notStarted } from './container-error.ts'
import { ownLabels, removeLabelled } from './leftover-containers.ts'
import { whenAnswering } from './when-answering.ts'

/** A container in which a server answers. Disposing of it removes it, data included. */
export interface PostgresContainer extends AsyncDisposable {
  readonly address: PostgresAddress
}

const PORT = 5432
const USER = 'postgres'
const RUN = 'stagegate.run'
/** Milliseconds. */
const STARTUP_TIMEOUT = 120_000
/** Bytes. Docker's own 64 MB are too little for what PostgreSQL does in parallel. */
const SHARED_MEMORY = 1024 ** 3

/** What is on this server need not outlive anything; everything else is as it is in production. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  // Whatever language the image speaks, the line that is waited for is this one.
  lc_messages: 'C',
}

/**
 * Starts a container from an image that is there. It is not left half made: who ends this by the signal waits until it
 * is there, and gone again.
 * @throws StagegateError when no server comes to life in it; the signal's reason
 */
export async function startContainer(
  client: ContainerRuntimeClient,
  image: string,
  signal?: AbortSignal,
): Promise<PostgresContainer> {
  signal?.throwIfAborted()
  const run = randomUUID()
  const remove = () => removeLabelled(client, RUN, run)
  const onAbort = () => void remove().catch(() => {})
  signal?.addEventListener('abort', onAbort)
  try {
    const address = await answering(image, run)
    signal?.throwIfAborted()
    return { address, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    signal?.throwIfAborted()
    throw notStarted(image, error)
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

async function answering(image: string, run: string): Promise<PostgresAddress> {
  const password = randomBytes(18).toString('base64url')
  const container = await started(image, run, password)
  const address: PostgresAddress = {
    engine: 'postgres',
    host: container.getHost(),
    port: container.getMappedPort(PORT),
    user: USER,
    password,
    database: 'postgres',
  }
  await whenAnswering(address, STARTUP_TIMEOUT)
  return address
}

async function started(image: string, run: string, password: string): Promise<StartedTestContainer> {
  const { GenericContainer, Wait } = await testcontainers()
  return (
    new GenericContainer(image)
      .withEnvironment({ POSTGRES_USER: USER, POSTGRES_PASSWORD: password })
      .withCommand(Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]))
      .withLabels({ ...(await ownLabels()), [RUN]: run })
      .withSharedMemorySize(SHARED_MEMORY)
      .withExposedPorts(PORT)
      // While an image prepares its data, a first server runs that listens at no port.
      .withWaitStrategy(Wait.forLogMessage(/listening on IPv4 address/))
      .withStartupTimeout(STARTUP_TIMEOUT)
      .start()
  )
}
