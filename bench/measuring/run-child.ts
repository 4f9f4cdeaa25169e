import { spawn } from 'node:child_process'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'
import { ROOT } from './bench-context.ts'
import { watchMemory } from './watch-memory.ts'

export interface ChildRun {
  /** What it wrote to standard output. */
  readonly output: string
  readonly milliseconds: number
  /** See `watchMemory`. */
  readonly peakBytes: number | null
}

/**
 * Runs Node in a process of its own, from its start to its end.
 * @param acceptable the exit codes after which there is something to measure.
 * @throws StagegateError with what it wrote when it exits with another one.
 */
export async function runChild(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  acceptable: readonly number[] = [0],
): Promise<ChildRun> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, TSX_TSCONFIG_PATH: `${ROOT}/tsconfig.json`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const memory = watchMemory(child.pid)
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const exitCode = await new Promise<number | null>((finish, fail) => {
    child.once('error', fail).once('close', finish)
  }).finally(memory.stop)
  const milliseconds = performance.now() - startedAt
  if (exitCode === null || !acceptable.includes(exitCode)) {
    throw new StagegateError({
      what: `A command that is to be measured ended with ${exitCode ?? 'a signal'}.`,
      where: `node ${args.join(' ')}`,
      cause: lastLines(errors || output),
      next: 'Run it by itself, and measure it when it succeeds.',
    })
  }
  return { output, milliseconds, peakBytes: memory.peak() }
}

/** What a command says last is its reason. */
function lastLines(text: string): string {
  return text.trim().split('\n').slice(-6).join('\n    ')
}
