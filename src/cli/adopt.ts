import { resolve } from 'node:path'
import { adoptionText } from './adoption-text.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { COULD_NOT_RUN } from './exit-code.ts'
import { interruption } from './interruption.ts'
import { demandedDatabase } from './named-database.ts'
import type { Adoption } from './ports.ts'
import { postgresServer } from './postgres-server.ts'
import { progressLine } from './progress-line.ts'
import { startEngine } from './start-engine.ts'

/** The options of `stagegate adopt`, as they were given. */
export interface AdoptOptions {
  readonly database?: string
  readonly postgresUrl?: string
  readonly yes?: true
  readonly backups: string
  readonly accept?: readonly string[]
  readonly dataSource: string
}

/** Records the past of a database, or says what would be recorded. @returns the exit code */
export async function adopt(options: AdoptOptions, environment: CliEnvironment): Promise<number> {
  const { cwd, env, stdout, signals, ports } = environment
  const database = demandedDatabase(options, env)
  using interrupted = interruption(signals, 'Interrupted. The database is as it was.')
  const { signal } = interrupted
  using progress = progressLine(environment)
  const { engine } = await ports.databases.check(database)
  const server = engine === 'postgres' ? postgresServer(options.postgresUrl, env) : null
  await using _running = await startEngine(engine, { server, onProgress: progress.show, signal }, environment)
  const request = {
    database,
    dataSource: resolve(cwd, options.dataSource),
    accepted: options.accept ?? [],
    backups: resolve(cwd, options.backups),
  }
  const adoption: Adoption = options.yes
    ? await ports.adoption.adopt(request, progress.show, signal)
    : { ...(await ports.adoption.plan(request, progress.show, signal)), backup: null, unchecked: [] }
  progress[Symbol.dispose]()
  stdout.write(adoptionText(adoption, { asked: options.yes ?? false, backups: request.backups }))
  return adoption.backup !== null || adoption.source.knownBy === 'migrations' ? 0 : COULD_NOT_RUN
}
