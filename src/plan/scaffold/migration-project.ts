import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gateCodeOfTag } from '../../harness/vocabulary/gate-code.ts'
import { StagegateError } from '../../harness/vocabulary/stagegate-error.ts'
import { planOutline } from '../plan-outline.ts'
import { readSources } from '../read-sources.ts'
import { headScenarios, type NamedScenario } from './head-scenarios.ts'
import { type KeyedTable, lonelyTable } from './lonely-table.ts'

/** A migration that a project has. */
export interface PresentMigration {
  readonly name: string
  /** Milliseconds since 1970, UTC: its place in the order. */
  readonly timestamp: number
}

/** What has to be known of a project before a migration can be added to it. */
export interface MigrationProject {
  /** In order; at least one. */
  readonly migrations: readonly PresentMigration[]
  readonly last: PresentMigration
  /** The codes of all gates and of all red twins. */
  readonly codes: readonly string[]
  /** A table of which a row can be deleted without anything else following; undefined where there is none. */
  readonly table: KeyedTable | undefined
  /** The feature that runs the red twins; undefined where there is none. */
  readonly twinsFeature: string | undefined
  /** Scenarios that say head and name the last migration, which is head no longer. */
  readonly headScenarios: readonly NamedScenario[]
}

export const MIGRATIONS = 'src/schema/migrations'
export const TWINS = 'fixtures/red'
export const TWINS_FEATURE = 'features/harness/red-twins.feature'

/** What a folder has if migrations can be added to it. */
const NEEDED = ['ormconfig.ts', 'features', MIGRATIONS, 'src/schema/operations/limit-waiting.ts', TWINS]

/** Reads the project in a folder. @throws StagegateError where it is none that a migration can be added to. */
export async function readMigrationProject(cwd: string): Promise<MigrationProject> {
  for (const path of NEEDED) await mustBeThere(cwd, path)
  const migrations = (await readdir(join(cwd, MIGRATIONS)))
    .flatMap((file) => migrationOf(file) ?? [])
    .sort((a, b) => a.timestamp - b.timestamp)
  const last = migrations.at(-1)
  if (last === undefined)
    throw noProject(MIGRATIONS, 'There is no migration yet that a new one could follow.')
  const outline = await readOutline(cwd)
  const gates = outline.rules.flatMap(({ rule }) =>
    rule.tags.flatMap(({ name }) => gateCodeOfTag(name) ?? []),
  )
  const twins = (await readdir(join(cwd, TWINS))).flatMap(
    (file) => /^([A-Z]{3}\d{3})\.json$/.exec(file)?.[1] ?? [],
  )
  return {
    migrations,
    last,
    codes: [...new Set([...gates, ...twins])],
    table: lonelyTable(await textOf(cwd, `fixtures/baselines/sqlite/${last.name}.json`)),
    twinsFeature: await textOf(cwd, TWINS_FEATURE),
    headScenarios: headScenarios(outline, last.name),
  }
}

/** @throws StagegateError where a feature does not parse: then nobody knows which codes are taken. */
async function readOutline(cwd: string) {
  const sources = await readSources([], cwd)
  const [broken] = sources.flatMap(({ parseError }) => parseError ?? [])
  if (broken !== undefined) {
    throw new StagegateError({
      what: 'A feature file does not parse, so nobody knows which codes are taken.',
      where: `${broken.source.uri}: ${broken.message}`,
      next: 'Mend it first.',
    })
  }
  return planOutline(sources.flatMap(({ gherkinDocument }) => gherkinDocument ?? []))
}

function migrationOf(file: string): PresentMigration | undefined {
  const [, timestamp, name] = /^(\d{13})-(\w+)\.ts$/.exec(file) ?? []
  return timestamp === undefined || name === undefined ? undefined : { name, timestamp: Number(timestamp) }
}

async function textOf(cwd: string, path: string): Promise<string | undefined> {
  return readFile(join(cwd, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

async function mustBeThere(cwd: string, path: string): Promise<void> {
  await stat(join(cwd, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
    throw noProject(path, 'The command does not run in the folder of the project.')
  })
}

function noProject(where: string, cause: string): StagegateError {
  return new StagegateError({
    what: 'This folder has no migrations that a new one could be added to.',
    where: `${where} is needed`,
    cause,
    next: 'Run it in the folder of the project, where ormconfig.ts, features/ and src/ are.',
  })
}
