import type { DataSource } from 'typeorm'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { OpenTarget } from './open-target.ts'
import { readAhead } from './read-ahead.ts'
import { silentLogger } from './silent-logger.ts'

export interface ProductConnectionOptions {
  /** The product may write. Only a copy of one's own may be written to. */
  readonly writes?: boolean
  /** Is told every statement that TypeORM sends, as it is sent, and its parameters. */
  readonly onQuery?: (sql: string, parameters: readonly unknown[]) => void
}

/**
 * Opens a connection that the product can work with: initialised, with a page cache of its own, and read-only unless it
 * is said to write.
 */
export type ConnectProduct = (options?: ProductConnectionOptions) => Promise<DataSource>

/**
 * Lets code of the product work on a target while nobody else has it open. What it connects is closed at the end,
 * whatever happens. Through a connection that only reads, writing fails by the engine: the mode of a file protects it
 * from everybody but root.
 * @throws StagegateError when somebody else has the lease.
 */
export async function withProduct<T>(
  target: OpenTarget,
  work: (connect: ConnectProduct) => Promise<T>,
): Promise<T> {
  await using _lease = target.lease('product')
  await readAhead(target.address)
  await using connections = productConnections(target)
  return await work(connections.connect)
}

function productConnections(target: OpenTarget): { readonly connect: ConnectProduct } & AsyncDisposable {
  const opening: Promise<DataSource>[] = []
  let ended = false
  return {
    connect(options = {}) {
      if (ended) return Promise.reject(tooLate(target))
      const connection = connected(target, options)
      opening.push(connection)
      return connection
    },
    async [Symbol.asyncDispose]() {
      ended = true
      // One that fails ends the work while another one is still being opened.
      const opened = await Promise.allSettled(opening)
      const closed = await Promise.allSettled(
        opened.map((each) => (each.status === 'fulfilled' ? close(each.value) : undefined)),
      )
      const failed = closed.find((each) => each.status === 'rejected')
      if (failed) throw failed.reason
    },
  }
}

async function connected(
  target: OpenTarget,
  { onQuery, writes = false }: ProductConnectionOptions,
): Promise<DataSource> {
  let listening = false
  const logger = {
    ...silentLogger,
    // What a driver asks when it connects is not the product's.
    logQuery: (sql: string, sent?: unknown[]) => {
      if (listening) onQuery?.(sql, sent ?? [])
    },
  }
  const connection = await target.dataSource({ readonly: !writes, logger }).initialize()
  listening = true
  return connection
}

async function close(connection: DataSource): Promise<void> {
  if (connection.isInitialized) await connection.destroy()
}

function tooLate({ location }: OpenTarget): StagegateError {
  return new StagegateError({
    what: 'The product asks for a connection after its work has ended.',
    where: location,
    cause: 'Something that the work started was not awaited.',
    next: 'Await it within the work.',
  })
}
