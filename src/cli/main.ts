import { readFile } from 'node:fs/promises'
import { CommanderError } from 'commander'
import type { CliEnvironment } from './cli-environment.ts'
import { COULD_NOT_RUN, INTERRUPTED } from './exit-code.ts'
import { explainFailure } from './explain-failure.ts'
import { Interrupted } from './interruption.ts'
import { program } from './program.ts'
import { withoutPassword } from './without-password.ts'

/**
 * The command line as a function: arguments in, exit code out. It never rejects and never ends the process.
 * @param args Without the names of node and the script.
 */
export async function main(args: readonly string[], environment: CliEnvironment): Promise<number> {
  let code = COULD_NOT_RUN
  try {
    const root = program(await version(), environment, (settled) => {
      code = settled
    })
    await root.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    // Help and version leave this way, too.
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    if (error instanceof CommanderError && error.code === 'commander.help') return COULD_NOT_RUN
    const text = error instanceof Interrupted ? error.message : withoutPassword(explainFailure(error))
    if (text !== '') environment.stderr.write(`${text}\n`)
    return error instanceof Interrupted ? INTERRUPTED : COULD_NOT_RUN
  }
}

async function version(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}
