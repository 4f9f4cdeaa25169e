import { spawn } from 'node:child_process'
import type { CliEnvironment } from './cli-environment.ts'

/** How this command line ended in a process of its own, and what it printed. */
export interface ChildEnd {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
}

/**
 * Runs this command line in a process of its own; its standard error is ours. Interrupted, it asks the process to stop
 * and waits until it has cleared away what it had.
 */
export async function runChild(
  args: readonly string[],
  { cwd, env, script }: Pick<CliEnvironment, 'cwd' | 'env' | 'script'>,
  signal: AbortSignal,
): Promise<ChildEnd> {
  signal.throwIfAborted()
  const child = spawn(process.execPath, [...process.execArgv, script, ...args], {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  return await new Promise<ChildEnd>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout }))
  }).finally(() => signal.removeEventListener('abort', stop))
}
