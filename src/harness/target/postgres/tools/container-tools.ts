import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import type { ContainerRuntimeClient } from 'testcontainers'
import { containerEngine, pull } from '../container-engine.ts'
import { ownLabels, removeLeftovers } from '../leftover-containers.ts'
import { demultiplex } from './demultiplex.ts'
import { fits } from './fits.ts'
import { majorVersion } from './major-version.ts'
import type { PostgresTools, RunningTool, ToolCall, ToolVersions } from './postgres-tools.ts'
import { toolEnvironment } from './tool-environment.ts'

/** A program that an engine runs in a container. */
type Program = Awaited<ReturnType<ReturnType<ContainerRuntimeClient['container']['getById']>['exec']>>

/** How often a program is asked whether it has ended. Milliseconds. */
const INTERVAL = 20

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

/** What a container lives by until its tool has ended: seconds. Nothing takes so long. */
const A_DAY = '86400'

/**
 * A tool is a second program of a container that does nothing. What is sent to the first one begins, with some engines,
 * with what was said to the engine.
 */
async function started(client: ContainerRuntimeClient, image: string, call: ToolCall): Promise<RunningTool> {
  const { dockerode } = client.container
  const container = await dockerode.createContainer({
    Image: image,
    Entrypoint: ['sleep'],
    Cmd: [A_DAY],
    Labels: { ...(await ownLabels()) },
    HostConfig: { NetworkMode: 'host' },
  })
  const remove = () => container.remove({ force: true, v: true }).catch(() => {})
  try {
    await container.start()
    const program = await container.exec({
      Cmd: [call.tool, ...call.args],
      Env: Object.entries(toolEnvironment(call)).map(([name, value]) => `${name}=${value}`),
      ...{ AttachStdin: true, AttachStdout: true, AttachStderr: true },
    })
    const both = await program.start({ hijack: true, stdin: true })
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
    stdin.pipe(both)
    // Whoever writes to a tool that has gone learns why from how it ended.
    both.on('error', () => {})
    demultiplex(both, stdout, stderr).catch(() => {})
    const ended = text(stderr).then(async (complaints) => {
      const code = await exitCode(program)
      await remove()
      return { code, complaints }
    })
    ended.catch(() => {})
    return {
      ...{ stdin, stdout, ended },
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

/** Its output ends a moment before it does. Null where it was killed: then the engine may know nothing of it any more. */
async function exitCode(program: Program): Promise<number | null> {
  for (;;) {
    const found = await program.inspect().catch(() => undefined)
    if (found === undefined) return null
    if (!found.Running) return found.ExitCode
    await setTimeout(INTERVAL)
  }
}
