import { Command, InvalidArgumentError, Option } from 'commander'
import type { CliEnvironment } from './cli-environment.ts'
import { type BuildOptions, buildFixture, clearFixtures, listFixtures } from './fixture.ts'
import { FORMATS, type ReportOptions, report } from './report.ts'
import { type VerifyOptions, verify } from './verify.ts'

const EXIT_CODES = `
Exit codes:
  0  GO
  1  NO-GO
  2  UNPROVEN, or it could not run
  130  interrupted`

const VERIFY_EXAMPLES = `
Examples:
  stagegate verify                                the whole plan, on 1 % of production
  stagegate verify --profile production           the whole plan, at production's size
  stagegate verify --tags @DAT301 --keep          one gate; its database is kept when it is breached
  stagegate verify features/data --profile tiny   the gates of one folder
  stagegate verify --json > run.json              the run as one document`

/** The command line: what can be asked, and whom it goes to. `settle` is told the exit code. */
export function program(
  version: string,
  environment: CliEnvironment,
  settle: (code: number) => void,
): Command {
  const { stdout, stderr } = environment
  const root = new Command('stagegate')
    .description(
      'Rehearses a database migration on a disposable copy and decides GO or NO-GO, with evidence.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => {},
    })
    .exitOverride()
    .addHelpText('after', EXIT_CODES)

  root
    .command('verify')
    .summary('rehearse the migration and decide')
    .description('Runs the staging validation plan on fixtures, writes the reports and prints the verdict.')
    .argument('[features...]', 'feature files or folders; the whole plan when there are none')
    .addOption(profile())
    .addOption(rawDataBytes())
    .option('--tags <expression>', 'only scenarios with these tags: "@DAT301 or @MIG101"')
    .option('--strict', 'advisory gates stop, too')
    .option('--keep', 'keep the databases of breached scenarios, and print where they are')
    .option('--json', 'print the run as one JSON document, and nothing else')
    .option('--reports <folder>', 'where the reports go', 'reports')
    .addOption(
      new Option('--parallel <workers>', 'how many scenarios at a time').default(1).argParser(atLeast(1)),
    )
    .addOption(dataSource())
    .option('--no-color', 'print without colours, as NO_COLOR does')
    .addHelpText('after', `${VERIFY_EXAMPLES}\n${EXIT_CODES}`)
    .action(async (features: string[], options: VerifyOptions) =>
      settle(await verify(features, options, environment)),
    )

  root
    .command('report')
    .summary('render a saved run again')
    .description('Renders the run.json of an earlier run again; needs no database.')
    .argument('<file>', 'a run.json')
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS).default('text'))
    .option(
      '--reports <folder>',
      "also write run.json, index.html and summary.md there; Cucumber's own stay as they are",
    )
    .option('--no-color', 'print without colours, as NO_COLOR does')
    .addHelpText(
      'after',
      `\nExamples:\n  stagegate report reports/run.json\n  stagegate report run.json --format markdown\n${EXIT_CODES}`,
    )
    .action(async (file: string, options: ReportOptions) => settle(await report(file, options, environment)))

  addFixtureCommands(root, environment, settle)
  return root
}

function addFixtureCommands(
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

function profile(): Option {
  return new Option('--profile <name>', 'the fixture: how many rows, and of what kinds').default('staging')
}

function rawDataBytes(): Option {
  const option = new Option(
    '--raw-data-bytes <bytes>',
    'bytes of raw_data a snapshot; 10000 makes production 1.1 GB',
  )
  return option.argParser(atLeast(0))
}

function dataSource(): Option {
  return new Option('--data-source <file>', 'the file that exports the DataSource').default('ormconfig.ts')
}

function atLeast(least: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text)
    throw new InvalidArgumentError(`A whole number, ${least} or more, is needed.`)
  }
}
