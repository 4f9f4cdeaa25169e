import { type Duplex, PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ContainerRuntimeClient } from 'testcontainers'
import { containerEngine, pull } from '../container-engine.ts'
import { ownLabels, removeLeftovers } from '../leftover-containers.ts'
import { demultiplex } from './demultiplex.ts'
import { fits } from './fits.ts'
import { majorVersion } from './major-version.ts'
import type { PostgresTools, RunningTool, ToolCall, ToolVersions } from './postgres-tools.ts'
import { toolEnvironment } from './tool-environment.ts'

/**
 * The same tools in a container of the image that servers are started from, or else of PostgreSQL's own. It shares the
 * network of the host, so that a server is reached by the name by which it is reached from here.
 * @throws StagegateError when there is no container engine, or no image; undefined where no image has the version
 */
export async function containerTools(
  versions: ToolVersions,
  image = process.env.STAGEGATE_POSTGRES_IMAGE,
): Promise<PostgresTools | undefined> {
  const client = await containerEngine()
  await removeLeftovers(client)
  for (const candidate of image ? [image, ownImage(versions)] : [ownImage(versions)]) {
    await pull(client, candidate)
    const asked = await started(client, candidate, { tool: 'pg_dump', args: ['--version'] })
    asked.stdin.end()
    const [said] = await Promise.all([text(asked.stdout), asked.ended])
    const major = majorVersion(said)
    if (major === undefined || !fits(major, versions)) continue
    return { major, location: candidate, start: (call) => started(client, candidate, call) }
  }
  return undefined
}

function ownImage({ least }: ToolVersions): string {
  return `postgres:${least}-alpine`
}

async function started(client: ContainerRuntimeClient, image: string, call: ToolCall): Promise<RunningTool> {
  const { dockerode } = client.container
  const container = await dockerode.createContainer({
    Image: image,
    Entrypoint: [call.tool],
    Cmd: [...call.args],
    Env: Object.entries(toolEnvironment(call)).map(([name, value]) => `${name}=${value}`),
    Labels: { ...(await ownLabels()) },
    ...{ AttachStdin: true, OpenStdin: true, StdinOnce: true, AttachStdout: true, AttachStderr: true },
    // A log would hold all that goes through.
    HostConfig: { NetworkMode: 'host', LogConfig: { Type: 'none', Config: {} } },
  })
  const remove = () => container.remove({ force: true, v: true }).catch(() => {})
  try {
    const attached = await container.attach({
      ...{ stream: true, hijack: true, stdin: true, stdout: true, stderr: true },
    })
    const [stdout, stderr] = [new PassThrough(), new PassThrough()]
    // The types promise less than what comes.
    const both = attached as Duplex
    demultiplex(both, stdout, stderr).catch(() => {})
    const stdin = new PassThrough()
    stdin.pipe(both)
    const complaints = text(stderr)
    // Who waits is there before it can have ended.
    const exit = container.wait({ condition: 'next-exit' })
    await container.start()
    const ended = Promise.all([exit, complaints]).then(async ([{ StatusCode }, said]) => {
      await remove()
      return { code: Number(StatusCode), complaints: said }
    })
    ended.catch(() => {})
    return {
      stdin,
      stdout,
      ended,
      async stop() {
        // One that has ended, or gone, is not to be killed any more.
        await container.kill().catch(() => {})
        stdout.destroy()
        await ended.catch(() => {})
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
