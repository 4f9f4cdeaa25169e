import type { Shard } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { shellWords } from './shell-words.ts'

/** A server as people are told of it. */
export interface NamedServer {
  /** Its URL without the password. */
  readonly shown: string
  readonly hasPassword: boolean
}

/** The options of `stagegate verify` that decide what is judged. */
export interface ReproducibleOptions {
  readonly engines: readonly Engine[]
  /** The server of PostgreSQL that was named, or null. */
  readonly server: NamedServer | null
  /** Null where a real database is rehearsed. */
  readonly profile: string | null
  /** The real database as people are told of it, or null. */
  readonly database: NamedServer | null
  readonly environment: string | null
  readonly live: boolean
  readonly anonymous: boolean
  readonly rawDataBytes: number | null
  readonly tags: string | null
  readonly shard: Shard | null
  readonly paths: readonly string[]
  readonly dataSource: string
  readonly strict: boolean
  readonly parallel: number
}

/**
 * The command that makes the same run again, quoted for a POSIX shell. Without the password of a server: a comment
 * says how to give it.
 */
export function reproducingCommand(options: ReproducibleOptions): string {
  const { engines, profile, database, environment, anonymous, rawDataBytes, tags, paths, dataSource } =
    options
  const { live, shard, strict, parallel } = options
  const isDefault = database !== null || (engines.length === 1 && engines[0] === 'sqlite')
  const { words, hint } = serverOf(options)
  const command = shellWords(
    [
      ['npx', 'stagegate', 'verify'],
      isDefault ? [] : engines.flatMap((engine) => ['--engine', engine]),
      words,
      database === null || database.hasPassword ? [] : ['--database', database.shown],
      profile === null ? [] : ['--profile', profile],
      environment === null ? [] : ['--environment', environment],
      live ? ['--live'] : [],
      anonymous ? ['--anonymous'] : [],
      rawDataBytes === null ? [] : ['--raw-data-bytes', String(rawDataBytes)],
      tags === null ? [] : ['--tags', tags],
      shardWords(shard),
      strict ? ['--strict'] : [],
      parallel === 1 ? [] : ['--parallel', String(parallel)],
      dataSource === 'ormconfig.ts' ? [] : ['--data-source', dataSource],
      paths.some((path) => path.startsWith('-')) ? ['--'] : [],
      paths,
    ].flat(),
  )
  return command + hint + hintOf(database)
}

function shardWords(shard: Shard | null): readonly string[] {
  return shard === null ? [] : ['--shard', `${shard.index}/${shard.of}`]
}

function hintOf(database: NamedServer | null): string {
  if (!database?.hasPassword) return ''
  const variable = shellWords([`STAGEGATE_SOURCE=${database.shown}`])
  return ` # with ${variable} and the password in it`
}

/** A URL without its password would be taken as it is: then it is not an option, but something to be completed. */
function serverOf({ engines, server }: ReproducibleOptions): {
  readonly words: readonly string[]
  readonly hint: string
} {
  if (server === null || !engines.includes('postgres')) return { words: [], hint: '' }
  if (!server.hasPassword) return { words: ['--postgres-url', server.shown], hint: '' }
  const variable = shellWords([`STAGEGATE_POSTGRES_URL=${server.shown}`])
  return { words: [], hint: ` # with ${variable} and the password in it` }
}
