import type { Command } from 'commander'
import type { CliEnvironment } from './cli-environment.ts'
import { type BuildOptions, buildFixture, clearFixtures, listFixtures } from './fixture.ts'
import { dataSource, engine, postgresUrl, profile, rawDataBytes } from './options.ts'

/** `stagegate fixture build|list|clear`. */
export function addFixtureCommands(
  root: Command,
  environment: CliEnvironment,
  settle: (code: number) => void,
): void {
  const fixture = root
    .command('fixture')
    .summary('build, list and clear fixtures')
    .description('The databases that rehearsals start from. Runs build what they need; this does it ahead.')
    .addHelpText(
      'after',
      '\nExamples:\n  stagegate fixture build --profile production\n  stagegate fixture list\n  stagegate fixture clear',
    )
  fixture
    .command('build')
    .description('Builds the fixture of a profile, unless it is cached, and prints where it is.')
    .addOption(engine())
    .addOption(postgresUrl())
    .addOption(profile())
    .addOption(rawDataBytes())
    .addOption(dataSource())
    .addHelpText(
      'after',
      '\nExample:\n  stagegate fixture build --profile production --raw-data-bytes 10000\n\nExit codes:\n  0  built\n  2  could not',
    )
    .action(async (options: BuildOptions) => {
      await buildFixture(options, environment)
      settle(0)
    })
  fixture
    .command('list')
    .description('Prints what the cache holds.')
    .addHelpText('after', '\nExit codes:\n  0  printed\n  2  could not')
    .action(async () => {
      await listFixtures(environment)
      settle(0)
    })
  fixture
    .command('clear')
    .description('Empties the cache. The next run builds what it needs.')
    .addHelpText('after', '\nExit codes:\n  0  emptied\n  2  could not')
    .action(async () => {
      await clearFixtures(environment)
      settle(0)
    })
}
