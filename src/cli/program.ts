import { Command, Option } from 'commander'
import { addAdoptCommand } from './adopt-command.ts'
import { addBackupCommands } from './backup-commands.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { addFixtureCommands } from './fixture-commands.ts'
import { addMergeCommand } from './merge-command.ts'
import { addNewCommands } from './new-commands.ts'
import {
  annotations,
  database,
  dataSource,
  engines,
  parallel,
  postgresUrl,
  profileOfRun,
  rawDataBytes,
  shard,
} from './options.ts'
import { FORMATS, type ReportOptions, report } from './report.ts'
import { addStepsCommand } from './steps-command.ts'
import { verify } from './verify.ts'
import type { VerifyOptions } from './verify-options.ts'

const EXIT_CODES = `
Exit codes:
  0  GO
  1  NO-GO
  2  UNPROVEN, or it could not run
  130  interrupted`

const VARIABLES = `
Environment:
  STAGEGATE_POSTGRES_URL    the server of PostgreSQL: postgresql://user:password@host:5432/postgres
  STAGEGATE_POSTGRES_IMAGE  the image of the container, where no server is named`

const VERIFY_EXAMPLES = `
Examples:
  stagegate verify                                the whole plan, on 1 % of production
  stagegate verify --profile production           the whole plan, at production's size
  stagegate verify --engine sqlite --engine postgres
                                                  the whole plan on both engines, one verdict
  stagegate verify --database clan_data_staging.db
                                                  the whole plan, on a copy of a real database
  stagegate verify --tags @DAT301 --keep          one gate; its database is kept when it is breached
  stagegate verify features/data --profile tiny   the gates of one folder
  stagegate verify features/data/links.feature:12 one scenario, by its line
  stagegate verify --shard 2/3                    the second of three runs that share the plan
  stagegate verify --rerun reports/run.json       again what did not hold, or could not judge
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
    .description(
      'Runs the staging validation plan on a fixture, or on a copy of a real database, writes the reports and prints the verdict.',
    )
    .argument('[features...]', 'feature files or folders; the whole plan when there are none')
    .addOption(engines())
    .addOption(postgresUrl())
    .addOption(profileOfRun())
    .addOption(rawDataBytes())
    .addOption(database())
    .option(
      '--live',
      'others write to the real database meanwhile: in the end its rows may be more, and other ones',
    )
    .option('--environment <name>', 'tolerances of an environment of stagegate.config.ts')
    .option('--anonymous', 'leave names of people out of everything that is written')
    .option('--tags <expression>', 'only scenarios with these tags: "@DAT301 or @MIG101"')
    .addOption(shard())
    .option('--rerun <file>', 'only what did not hold in the run of this run.json; name its options again')
    .option('--previous <file>', 'the run to compare with: a run.json, or one of a history of reports')
    .option('--strict', 'advisory gates stop, too')
    .option('--keep', 'keep the databases of breached scenarios, and print where they are')
    .option('--json', 'print the run as one JSON document, and nothing else')
    .option('--reports <folder>', 'where the reports go', 'reports')
    .addOption(annotations())
    .addOption(parallel())
    .addOption(dataSource())
    .option('--no-color', 'print without colours, as NO_COLOR does')
    .addOption(new Option('--part').hideHelp())
    .addHelpText('after', `${VERIFY_EXAMPLES}\n${VARIABLES}\n${EXIT_CODES}`)
    .action(async (features: string[], options: VerifyOptions) =>
      settle(await verify(features, options, environment)),
    )

  root
    .command('report')
    .summary('render a saved run again')
    .description('Renders the run.json of an earlier run again; needs no database.')
    .argument('<file>', 'a run.json')
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS).default('text'))
    .option('--reports <folder>', "also write our reports there; Cucumber's own stay as they are")
    .addOption(annotations())
    .option('--no-color', 'print without colours, as NO_COLOR does')
    .addHelpText(
      'after',
      `\nExamples:\n  stagegate report reports/run.json\n  stagegate report run.json --format markdown\n${EXIT_CODES}`,
    )
    .action(async (file: string, options: ReportOptions) => settle(await report(file, options, environment)))

  addFixtureCommands(root, environment, settle)
  addBackupCommands(root, environment, settle)
  addAdoptCommand(root, environment, settle)
  addMergeCommand(root, environment, settle)
  addStepsCommand(root, environment, settle)
  addNewCommands(root, environment, settle)
  return root
}
