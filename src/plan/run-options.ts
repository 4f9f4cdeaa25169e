import type { Engine } from '../harness/vocabulary/engine.ts'

/** What a run of the plan is asked to do. */
export interface RunOptions {
  /** What the databases run on. */
  readonly engine: Engine
  /** The fixture profile. */
  readonly profile: string
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
  /** What reproduces the run. */
  readonly command: string
}

/** What step definitions find in their world's `parameters`. */
export interface RunParameters {
  readonly profile: string
  readonly engine: Engine
  /** Absent where the profile decides. */
  readonly rawDataBytes?: number
  readonly dataSource: string
  readonly keep: boolean
}

/** The parameters of a run's world. */
export function runParameters({
  profile,
  engine,
  rawDataBytes,
  dataSource,
  keep,
}: RunOptions): RunParameters {
  return { profile, engine, ...(rawDataBytes === null ? {} : { rawDataBytes }), dataSource, keep }
}
