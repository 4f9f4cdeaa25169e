import type { Command } from 'commander'
import type { CliEnvironment } from './cli-environment.ts'
import { type MergeOptions, merge } from './merge.ts'
import { annotations } from './options.ts'

/** `stagegate merge`. */
export function addMergeCommand(
  root: Command,
  environment: CliEnvironment,
  settle: (code: number) => void,
): void {
  root
    .command('merge')
    .summary('make one verdict of several runs')
    .description(
      'Makes one verdict and one page of runs of the same plan: shards, engines, and scenarios that were run again. A shard that is missing is UNPROVEN; a scenario that was breached in one run and held in another is a NO-GO that says so. Needs no database.',
    )
    .argument('<run...>', 'the run.json of a run, or the folder that it is in')
    .option('--reports <folder>', 'where the reports go', 'reports')
    .option('--previous <file>', 'the run to compare with: a run.json, or one of a history of reports')
    .option('--strict', 'advisory gates stop, too')
    .option('--json', 'print the run as one JSON document, and nothing else')
    .addOption(annotations())
    .option('--no-color', 'print without colours, as NO_COLOR does')
    .addHelpText(
      'after',
      `
Examples:
  stagegate merge shards/*/run.json               the shards of a run
  stagegate merge sqlite postgres                 runs on two engines, by their folders
  stagegate merge reports again                   a run, and what was run again by --rerun

Exit codes:
  0  GO
  1  NO-GO
  2  UNPROVEN, or it could not merge`,
    )
    .action(async (runs: string[], options: MergeOptions) => settle(await merge(runs, options, environment)))
}
