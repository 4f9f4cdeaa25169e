import type { Shard } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import type { AnnotationOptions } from './write-annotations.ts'

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
  readonly shard?: Shard
  /** The `run.json` of a run of which the scenarios that did not hold are run again. */
  readonly rerun?: string
  /** The `run.json` or the summary of a run that this one is compared with. */
  readonly previous?: string
  readonly strict?: true
  readonly keep?: true
  readonly json?: true
  readonly annotations?: AnnotationOptions['annotations']
  readonly reports: string
  readonly parallel: number
  readonly dataSource: string
  readonly color: boolean
  /** The run is a part of another one, which tells the user what there is to tell. */
  readonly part?: true
}

/** The arguments by which a run does for one engine what was asked for several. */
export function argumentsOfPart(paths: readonly string[], options: VerifyOptions): readonly string[] {
  const { profile, environment, anonymous, rawDataBytes, tags, shard, keep, parallel, dataSource } = options
  return [
    '--part',
    '--json',
    ...['--data-source', dataSource, '--parallel', String(parallel)],
    ...(profile === undefined ? [] : ['--profile', profile]),
    ...(environment === undefined ? [] : ['--environment', environment]),
    ...(anonymous ? ['--anonymous'] : []),
    ...(rawDataBytes === undefined ? [] : ['--raw-data-bytes', String(rawDataBytes)]),
    ...(tags === undefined ? [] : ['--tags', tags]),
    ...(shard === undefined ? [] : ['--shard', `${shard.index}/${shard.of}`]),
    ...(options.strict ? ['--strict'] : []),
    ...(keep ? ['--keep'] : []),
    ...(paths.length === 0 ? [] : ['--', ...paths]),
  ]
}
