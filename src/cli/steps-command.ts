import { type Command, Option } from 'commander'
import type { CliEnvironment } from './cli-environment.ts'
import { type StepsOptions, steps } from './steps.ts'

/** `stagegate steps`. */
export function addStepsCommand(
  root: Command,
  environment: CliEnvironment,
  settle: (code: number) => void,
): void {
  root
    .command('steps')
    .summary('list the sentences of the plan')
    .description(
      'Lists the sentences that scenarios can be written with, each with what its parameters take and with an example of the features.',
    )
    .option('--json', 'print them as one JSON document')
    .addOption(new Option('--markdown', 'print them as a page of Markdown').conflicts('json'))
    .action(async (options: StepsOptions) => settle(await steps(options, environment)))
}
