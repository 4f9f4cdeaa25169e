import { StagegateError } from '../../vocabulary/stagegate-error.ts'

const NEXT =
  'Start a container engine (Docker, or podman with its API socket in DOCKER_HOST), or name a server of your own with --postgres-url or STAGEGATE_POSTGRES_URL.'

/** There is nothing that starts containers. */
export function noEngine(cause: unknown): StagegateError {
  return new StagegateError(
    {
      what: 'There is no container engine to start PostgreSQL with.',
      where: process.env.DOCKER_HOST
        ? `DOCKER_HOST=${process.env.DOCKER_HOST}`
        : "DOCKER_HOST, and Docker's own socket",
      cause: 'None is installed, its daemon is not running, or this user may not use it.',
      next: NEXT,
    },
    { cause },
  )
}

/** The engine is there, and has no such image. */
export function noImage(image: string, cause: unknown): StagegateError {
  return new StagegateError(
    {
      what: `The image ${image} is not there and cannot be pulled.`,
      where: 'STAGEGATE_POSTGRES_IMAGE',
      cause: 'No way to the registry from here, or a misspelt name.',
      next: 'Name an image that the engine has in STAGEGATE_POSTGRES_IMAGE, or a server of your own with --postgres-url.',
    },
    { cause },
  )
}

/** The container did not become a server. */
export function notStarted(image: string, cause: unknown): StagegateError {
  const message = cause instanceof Error ? cause.message : String(cause)
  return new StagegateError(
    {
      what: `PostgreSQL did not start in a container: ${message}`,
      where: image,
      cause: 'An image that is not one of PostgreSQL, or an engine without enough memory or disk.',
      next: NEXT,
    },
    { cause },
  )
}
