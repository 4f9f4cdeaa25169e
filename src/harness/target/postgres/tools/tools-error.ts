import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import type { ToolVersions } from './postgres-tools.ts'

const LIMITS =
  'The tools must not be older than the server that they read, nor newer than the one that they write to.'

/** Neither this machine nor a container has the tools. */
export function noTools(versions: ToolVersions, cause: unknown): StagegateError {
  const { least } = versions
  return new StagegateError(
    {
      what: `There is no pg_dump and pg_restore of PostgreSQL ${wanted(versions)}.`,
      where: 'STAGEGATE_POSTGRES_BIN, the folders of packages, PATH, and a container engine',
      cause: `They are not installed in that version. ${LIMITS}`,
      next: `Install postgresql-client-${least}, name the folder of the tools in STAGEGATE_POSTGRES_BIN, or start a container engine (Docker or podman) that has or can pull postgres:${least}.`,
    },
    { cause },
  )
}

/** The folder that was named is not one of them. */
export function unfitFolder(
  folder: string,
  major: number | undefined,
  versions: ToolVersions,
): StagegateError {
  const there =
    major === undefined ? 'has no pg_dump and pg_restore of one version' : `has those of PostgreSQL ${major}`
  return new StagegateError({
    what: `The folder of PostgreSQL's tools ${there}; needed are those of ${wanted(versions)}.`,
    where: `STAGEGATE_POSTGRES_BIN=${folder}`,
    cause: LIMITS,
    next: `Name the folder of PostgreSQL ${versions.least}, or leave the variable away.`,
  })
}

/** What is read is newer than what would have to take it. */
export function tooNew(where: string, theirs: number, ours: number): StagegateError {
  return new StagegateError({
    what: `The database is of PostgreSQL ${theirs}, and the server that would take its copy runs ${ours}: what a newer one writes, an older one does not read.`,
    where,
    next: `Name a server of PostgreSQL ${theirs} with --postgres-url or STAGEGATE_POSTGRES_URL, or set STAGEGATE_POSTGRES_IMAGE=postgres:${theirs}.`,
  })
}

function wanted({ least, most }: ToolVersions): string {
  if (most === undefined) return `${least} or later`
  return least === most ? String(least) : `${least} to ${most}`
}
