import { type Command, Option } from 'commander'
import {
  type CreateOptions,
  createBackup,
  databaseSize,
  type ListOptions,
  listBackups,
  type RestoreOptions,
  restoreBackup,
  type SizeOptions,
  type VerifyBackupOptions,
  verifyBackup,
} from './backup.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { postgresUrl } from './options.ts'

/** `stagegate backup create|verify|restore|list|size`. */
export function addBackupCommands(
  root: Command,
  environment: CliEnvironment,
  settle: (code: number) => void,
): void {
  const backup = root
    .command('backup')
    .summary('back up, verify, restore and list databases')
    .description(
      'Backups of whole databases: verified before they get their name, with a checksum and a record beside them, and restored with a safety copy of what they replace.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  stagegate backup create --database clan_data.db\n  stagegate backup list\n  stagegate backup restore backups/clan_data_20251222_180000.db --database clan_data.db --yes',
    )
  backup
    .command('create')
    .description('Takes a backup, verifies it against the database, and prints where it is.')
    .addOption(database('the database; it is only read'))
    .option('--folder <folder>', 'where backups are', 'backups')
    .option('--name <name>', 'what the name begins with; the time follows', 'clan_data')
    .addOption(postgresUrl())
    .addHelpText('after', text('stagegate backup create --database clan_data.db', 'made and verified'))
    .action(async (options: CreateOptions) => settle(await createBackup(options, environment)))
  backup
    .command('verify')
    .description('Compares a backup with its checksum and its record, and looks whether it is sound.')
    .argument('<file>', 'the backup')
    .addOption(postgresUrl())
    .addHelpText(
      'after',
      text('stagegate backup verify backups/clan_data_20251222_180000.db', 'everything agrees'),
    )
    .action(async (file: string, options: VerifyBackupOptions) =>
      settle(await verifyBackup(file, options, environment)),
    )
  backup
    .command('restore')
    .description(
      'Replaces a database by a backup, and keeps a verified safety copy of what it replaces. Without --yes it says what it would do.',
    )
    .argument('<file>', 'the backup')
    .addOption(database('the database that is replaced, or made where there is none'))
    .option('--yes', 'do it')
    .addOption(postgresUrl())
    .addHelpText(
      'after',
      text(
        'stagegate backup restore backups/clan_data_20251222_180000.db --database clan_data.db --yes',
        'restored and verified',
      ),
    )
    .action(async (file: string, options: RestoreOptions) =>
      settle(await restoreBackup(file, options, environment)),
    )
  backup
    .command('list')
    .description('Prints the backups of a folder, newest first, and whether each verifies.')
    .option('--folder <folder>', 'where backups are', 'backups')
    .option('--quick', 'look only whether record and checksum are there and the length is right')
    .option('--json', 'print one JSON document, and nothing else')
    .addOption(postgresUrl())
    .addHelpText('after', text('stagegate backup list --quick', 'printed'))
    .action(async (options: ListOptions) => settle(await listBackups(options, environment)))
  backup
    .command('size')
    .description('Prints how large a database is, and how many rows its tables have.')
    .addOption(database('the database; it is only read'))
    .addHelpText('after', text('stagegate backup size --database clan_data.db', 'printed'))
    .action(async (options: SizeOptions) => settle(await databaseSize(options, environment)))
}

function database(what: string): Option {
  return new Option('--database <file|url>', `${what}. A URL with a password is better in STAGEGATE_SOURCE`)
}

function text(example: string, done: string): string {
  return `\nExample:\n  ${example}\n\nExit codes:\n  0  ${done}\n  2  not, with the reason\n  130  interrupted`
}
