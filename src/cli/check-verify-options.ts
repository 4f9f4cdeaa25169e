import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearestName } from '../harness/vocabulary/nearest-name.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { namedDatabase } from './named-database.ts'
import { postgresServer } from './postgres-server.ts'
import type { VerifyOptions } from './verify-options.ts'

/** Finds what cannot be used before anything is started. @throws StagegateError */
export function checkVerifyOptions(
  options: VerifyOptions,
  profiles: readonly string[],
  { cwd, env }: Pick<CliEnvironment, 'cwd' | 'env'>,
): void {
  checkDatabase(options, env)
  if (options.profile !== undefined) checkProfile(options.profile, profiles)
  checkDataSource(options.dataSource, cwd)
  checkServer(options, env)
}

function checkProfile(profile: string, profiles: readonly string[]): void {
  if (profiles.includes(profile)) return
  const nearest = nearestName(profile, profiles)
  throw new StagegateError({
    what: `There is no profile "${profile}".`,
    where: '--profile',
    cause: 'The name is misspelt.',
    next: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}There are: ${profiles.join(', ')}.`,
  })
}

/** A real database has no profile, and runs on what it is made for. */
function checkDatabase(options: VerifyOptions, env: CliEnvironment['env']): void {
  const { profile, rawDataBytes, engine, live } = options
  if (namedDatabase(options, env) === undefined) {
    if (!live) return
    throw new StagegateError({
      what: 'Nobody writes to a fixture.',
      where: '--live',
      cause: '--database was forgotten.',
      next: 'Name the real database, or leave --live out.',
    })
  }
  const clash = [
    profile === undefined ? undefined : '--profile',
    rawDataBytes === undefined ? undefined : '--raw-data-bytes',
    engine === undefined ? undefined : '--engine',
  ].find((option) => option !== undefined)
  if (clash === undefined) return
  throw new StagegateError({
    what: `A real database is named, and ${clash} with it.`,
    where: `--database and ${clash}`,
    cause: 'The one chooses a database that is there, the other a fixture that is made.',
    next: `Leave one of them out. A real database brings its own engine and its own rows.`,
  })
}

function checkDataSource(file: string, cwd: string): void {
  if (statSync(resolve(cwd, file), { throwIfNoEntry: false })?.isFile()) return
  throw new StagegateError({
    what: `There is no file "${file}".`,
    where: '--data-source',
    cause: 'The command runs in another folder than that of the project, or the name is misspelt.',
    next: 'Name the file that exports the DataSource.',
  })
}

function checkServer(options: VerifyOptions, env: CliEnvironment['env']): void {
  const { engine = [], postgresUrl, keep } = options
  if (!engine.includes('postgres') && !isUrl(namedDatabase(options, env))) {
    if (postgresUrl === undefined) return
    throw new StagegateError({
      what: 'A server of PostgreSQL is named, and the run is not on PostgreSQL.',
      where: '--postgres-url',
      cause: '--engine postgres was forgotten.',
      next: 'Add --engine postgres, or leave --postgres-url out.',
    })
  }
  if (postgresServer(postgresUrl, env) === null && keep) {
    throw new StagegateError({
      what: 'Databases of PostgreSQL cannot be kept in a container.',
      where: '--keep',
      cause: 'No server is named, and the container goes with the run that starts it.',
      next: 'Name a server that stays by STAGEGATE_POSTGRES_URL or --postgres-url.',
    })
  }
}

function isUrl(database: string | undefined): boolean {
  return /^postgres(?:ql)?:/i.test(database ?? '')
}
