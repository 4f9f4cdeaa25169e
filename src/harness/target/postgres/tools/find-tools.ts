import { containerTools } from './container-tools.ts'
import { localTools } from './local-tools.ts'
import type { PostgresTools, ToolVersions } from './postgres-tools.ts'
import { noTools } from './tools-error.ts'

/**
 * PostgreSQL's tools in a version that will do: from this machine, or else in a container.
 * @throws StagegateError when there are none
 */
export async function findTools(versions: ToolVersions): Promise<PostgresTools> {
  const local = await localTools(versions)
  if (local !== undefined) return local
  const contained = await containerTools(versions).catch((error: unknown) => {
    throw noTools(versions, error)
  })
  if (contained === undefined) throw noTools(versions, undefined)
  return contained
}
