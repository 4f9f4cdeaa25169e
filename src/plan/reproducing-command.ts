import { shellWords } from './shell-words.ts'

/** The options of `stagegate verify` that decide what is judged. */
export interface ReproducibleOptions {
  readonly profile: string
  readonly rawDataBytes: number | null
  readonly tags: string | null
  readonly paths: readonly string[]
  readonly dataSource: string
  readonly strict: boolean
  readonly parallel: number
}

/** The command that makes the same run again, quoted for a POSIX shell. */
export function reproducingCommand(options: ReproducibleOptions): string {
  const { profile, rawDataBytes, tags, paths, dataSource, strict, parallel } = options
  return shellWords(
    [
      ['npx', 'stagegate', 'verify'],
      ['--profile', profile],
      rawDataBytes === null ? [] : ['--raw-data-bytes', String(rawDataBytes)],
      tags === null ? [] : ['--tags', tags],
      strict ? ['--strict'] : [],
      parallel === 1 ? [] : ['--parallel', String(parallel)],
      dataSource === 'ormconfig.ts' ? [] : ['--data-source', dataSource],
      paths.some((path) => path.startsWith('-')) ? ['--'] : [],
      paths,
    ].flat(),
  )
}
