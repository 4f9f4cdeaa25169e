import { resolve } from 'node:path'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import type { BackupWork } from './backup-port.ts'
import { createdText, planText, restoredText, sizeText, verifiedText } from './backup-text.ts'
import { backupsTable } from './backups-table.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { COULD_NOT_RUN } from './exit-code.ts'
import { interruption } from './interruption.ts'
import { demandedDatabase } from './named-database.ts'
import { postgresServer } from './postgres-server.ts'
import { progressLine } from './progress-line.ts'

export interface VerifyBackupOptions {
  readonly postgresUrl?: string
}

export interface CreateOptions extends VerifyBackupOptions {
  readonly database?: string
  readonly folder: string
  readonly name: string
}

export interface RestoreOptions extends VerifyBackupOptions {
  readonly database?: string
  readonly yes?: true
}

export interface ListOptions extends VerifyBackupOptions {
  readonly folder: string
  readonly quick?: true
  readonly json?: true
}

export interface SizeOptions {
  readonly database?: string
}

/** Takes a backup and prints where it is. @returns the exit code, as all of these do */
export async function createBackup(options: CreateOptions, environment: CliEnvironment): Promise<number> {
  const { cwd, clock, ports, stdout } = environment
  const database = demandedDatabase(options, environment.env)
  const folder = resolve(cwd, options.folder)
  const made = await working(options, environment, 'Interrupted. No backup was written.', (work) =>
    ports.backups.create({ ...work, database, cwd, folder, label: options.name, at: clock() }),
  )
  stdout.write(createdText(made, cwd))
  return 0
}

/** Verifies a backup. */
export async function verifyBackup(
  file: string,
  options: VerifyBackupOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { cwd, ports, stdout } = environment
  const verified = await working(options, environment, 'Interrupted.', (work) =>
    ports.backups.verify(resolve(cwd, file), work),
  )
  stdout.write(verifiedText(verified, cwd))
  return 0
}

/** Restores a backup; without consent it says what it would do. */
export async function restoreBackup(
  file: string,
  options: RestoreOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { cwd, clock, ports, stdout } = environment
  const database = demandedDatabase(options, environment.env)
  const text = await working(
    options,
    environment,
    'Interrupted. The database is as it was.',
    async (work) => {
      const request = { ...work, file: resolve(cwd, file), database, cwd, at: clock() }
      return options.yes
        ? restoredText(await ports.backups.restore(request), cwd)
        : planText(await ports.backups.plan(request), cwd)
    },
  )
  stdout.write(text)
  return options.yes ? 0 : COULD_NOT_RUN
}

/** Prints the backups of a folder. */
export async function listBackups(options: ListOptions, environment: CliEnvironment): Promise<number> {
  const { cwd, clock, ports, stdout } = environment
  const folder = resolve(cwd, options.folder)
  const listed = await working(options, environment, 'Interrupted.', (work) =>
    ports.backups.list({ ...work, folder, quick: options.quick ?? false }),
  )
  if (options.json) stdout.write(`${JSON.stringify(listed, null, 2)}\n`)
  else stdout.write(backupsTable(listed, clock()))
  return 0
}

/** Prints what a database takes. */
export async function databaseSize(options: SizeOptions, environment: CliEnvironment): Promise<number> {
  const { cwd, ports, stdout } = environment
  stdout.write(sizeText(await ports.backups.size(demandedDatabase(options, environment.env), cwd)))
  return 0
}

/** Does something that takes a while: it shows how far it is, and can be broken off. */
async function working<T>(
  { postgresUrl }: VerifyBackupOptions,
  environment: CliEnvironment,
  message: string,
  work: (work: BackupWork) => Promise<T>,
): Promise<T> {
  using interrupted = interruption(environment.signals, message)
  using progress = progressLine(environment)
  const { signal } = interrupted
  const server = postgresServer(postgresUrl, environment.env)?.url ?? null
  try {
    return await work({ server, onProgress: progress.show, signal })
  } catch (error) {
    // What is for people to know is more than that it was broken off.
    throw signal.aborted && !(error instanceof StagegateError) ? signal.reason : error
  }
}
