import type { ConfiguredEnvironment } from '../harness/gate/configuration.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import type { SourceRecord } from '../harness/vocabulary/source-record.ts'
import type { RehearsedDatabase } from './rehearsed-database.ts'

/** What a run of the plan is asked to do. */
export interface RunOptions {
  /** What the databases run on. */
  readonly engine: Engine
  /** The fixture profile; null where a real database is rehearsed. */
  readonly profile: string | null
  /** The real database, and what scenarios have to know of it; null where a fixture is rehearsed, or the database cannot be. */
  readonly database: RehearsedDatabase | null
  /** What is reported of the real database; null where a fixture is rehearsed. */
  readonly source: SourceRecord | null
  /** The tolerances of an environment of the project's configuration; null where those of the plan alone count. */
  readonly configured: ConfiguredEnvironment | null
  /** Others write to the real database meanwhile. */
  readonly live: boolean
  /** Names of people are left out of everything that is written. */
  readonly anonymous: boolean
  /** The profiles that exist. */
  readonly profiles: readonly string[]
  /** Bytes of `raw_data` a snapshot; null leaves it to the profile. */
  readonly rawDataBytes: number | null
  /** The file that exports the DataSource, relative to the project. */
  readonly dataSource: string
  /** Advisory gates stop, too. */
  readonly strict: boolean
  /** Keep the databases of breached scenarios. */
  readonly keep: boolean
  /** How many workers; 1 runs everything in this process. */
  readonly parallel: number
  /** A folder for Cucumber's own reports, or null for none. */
  readonly reportsInto: string | null
  /** Who asked for it; null where nobody says. */
  readonly askedBy: string | null
  /** What reproduces the run. */
  readonly command: string
}

/** What step definitions find in their world's `parameters`. */
export interface RunParameters {
  /** Absent where a real database is rehearsed. */
  readonly profile?: string
  readonly database?: RehearsedDatabase
  readonly configured?: ConfiguredEnvironment
  readonly live?: boolean
  readonly anonymous?: boolean
  readonly engine: Engine
  /** Absent where the profile decides. */
  readonly rawDataBytes?: number
  readonly dataSource: string
  readonly keep: boolean
}

/** The parameters of a run's world. */
export function runParameters(options: RunOptions): RunParameters {
  const { profile, database, configured, live, anonymous, engine, rawDataBytes, dataSource, keep } = options
  return {
    ...(profile === null ? {} : { profile }),
    engine,
    ...(database === null ? {} : { database }),
    ...(configured === null ? {} : { configured }),
    ...(live ? { live } : {}),
    ...(anonymous ? { anonymous } : {}),
    ...(rawDataBytes === null ? {} : { rawDataBytes }),
    dataSource,
    keep,
  }
}
