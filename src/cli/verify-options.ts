import type { Engine } from '../harness/vocabulary/engine.ts'

/** The options of `stagegate verify`, as they were given. */
export interface VerifyOptions {
  /** Absent where none was named. */
  readonly engine?: readonly Engine[]
  readonly postgresUrl?: string
  /** Absent where none was named. */
  readonly profile?: string
  /** A real database, as it was named. */
  readonly database?: string
  /** An environment of the project's configuration. */
  readonly environment?: string
  /** Others write to the real database meanwhile. */
  readonly live?: true
  readonly anonymous?: true
  readonly rawDataBytes?: number
  readonly tags?: string
  readonly strict?: true
  readonly keep?: true
  readonly json?: true
  readonly reports: string
  readonly parallel: number
  readonly dataSource: string
  readonly color: boolean
  /** The run is a part of another one, which tells the user what there is to tell. */
  readonly part?: true
}

/** The arguments by which a run does for one engine what was asked for several. */
export function argumentsOfPart(paths: readonly string[], options: VerifyOptions): readonly string[] {
  const { profile, environment, anonymous, rawDataBytes, tags, strict, keep, parallel, dataSource } = options
  return [
    '--part',
    '--json',
    ...['--data-source', dataSource, '--parallel', String(parallel)],
    ...(profile === undefined ? [] : ['--profile', profile]),
    ...(environment === undefined ? [] : ['--environment', environment]),
    ...(anonymous ? ['--anonymous'] : []),
    ...(rawDataBytes === undefined ? [] : ['--raw-data-bytes', String(rawDataBytes)]),
    ...(tags === undefined ? [] : ['--tags', tags]),
    ...(strict ? ['--strict'] : []),
    ...(keep ? ['--keep'] : []),
    ...(paths.length === 0 ? [] : ['--', ...paths]),
  ]
}
