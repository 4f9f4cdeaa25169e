import type { Engine } from '../vocabulary/engine.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { parseUrl } from './postgres/parse-url.ts'
import { postgresStore } from './postgres/postgres-store.ts'
import { sqliteStore } from './sqlite/sqlite-store.ts'
import type { Store } from './store.ts'
import { openWorkspace } from './workspace.ts'

/**
 * Opens the place where the databases of an engine live: a workspace on the disk, or the server that
 * `STAGEGATE_POSTGRES_URL` names. What dead runs have left there is cleared away.
 * @throws StagegateError when no server is named, or there is no connection to it
 */
export async function openStore(
  engine: Engine,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Store> {
  if (engine === 'sqlite') return sqliteStore(await openWorkspace(env))
  const url = env.STAGEGATE_POSTGRES_URL
  if (!url) throw noServer()
  return postgresStore(parseUrl(url))
}

function noServer(): StagegateError {
  return new StagegateError({
    what: 'There is no PostgreSQL server to work on.',
    where: 'STAGEGATE_POSTGRES_URL',
    cause: 'Neither is a server named, nor could one be started in a container.',
    next: 'Start a container engine (Docker or podman), or name a server with --postgres-url or STAGEGATE_POSTGRES_URL.',
  })
}
