import { guardExit, settleExit } from './exit-guard.ts'
import { main } from './main.ts'
import type { Ports } from './ports.ts'

/** Runs the command line as this process. Does not come back. */
export async function start(ports: Ports): Promise<void> {
  guardExit()
  const { stdout, stderr } = process
  const code = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr,
    clock: () => new Date(),
    signals: process,
    ports,
    script: process.argv[1] ?? '',
    setVariables: (variables) => Object.assign(process.env, variables),
  })
  settleExit(code)
  // A step definition may have left something open; the verdict does not wait for it, but its text gets out whole.
  stdout.write('', () => stderr.write('', () => process.exit(code)))
}
