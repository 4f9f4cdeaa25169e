import type { Command } from 'commander'
import type { CliEnvironment } from './cli-environment.ts'
import { newMigration } from './new-migration.ts'

/** `stagegate new migration`. */
export function addNewCommands(
  root: Command,
  environment: CliEnvironment,
  settle: (code: number) => void,
): void {
  const created = root.command('new').summary('begin something new, test first')
  created
    .command('migration')
    .summary('write the gates of a new migration, and the migration, which fails until it is written')
    .description(
      'Writes a feature with the gates that every migration owes, their red twins, and a migration that fails until it is written. Nothing that is there is overwritten.',
    )
    .argument('<name>', 'what it does, as the name of a class: AddMissingIndexes')
    .addHelpText('after', '\nExamples:\n  stagegate new migration AddMissingIndexes')
    .action(async (name: string) => settle(await newMigration(name, environment)))
}
