import { type Command, Option } from 'commander'
import { type AdoptOptions, adopt } from './adopt.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { dataSource, postgresUrl } from './options.ts'

/** `stagegate adopt`. */
export function addAdoptCommand(
  root: Command,
  environment: CliEnvironment,
  settle: (code: number) => void,
): void {
  root
    .command('adopt')
    .summary("record a real database's past, after a backup")
    .description(
      "Finds out which migrations a database has behind it, and records them in TypeORM's table, so that the ones after them can run. Without --yes it says what it would do, and writes nothing.",
    )
    .addOption(
      new Option(
        '--database <file|url>',
        'the database that is adopted. A URL with a password is better in STAGEGATE_SOURCE',
      ),
    )
    .addOption(postgresUrl())
    .option('--yes', 'do it: take a backup, then record')
    .option('--backups <folder>', 'where the backup goes', 'backups')
    .option(
      '--accept <object>',
      'a finding that somebody has looked at, in its own words: "index idx_a"; repeat it for others',
      (object: string, named: readonly string[] = []) => [...named, object],
    )
    .addOption(dataSource())
    .addHelpText(
      'after',
      `
Examples:
  stagegate adopt --database clan_data.db         what would be recorded, and what speaks against it
  stagegate adopt --database clan_data.db --yes   a backup, then the record
  stagegate adopt --database clan_data.db --yes --accept "table skill_snapshots"

Exit codes:
  0  recorded, or it was already
  2  not recorded`,
    )
    .action(async (options: AdoptOptions) => settle(await adopt(options, environment)))
}
