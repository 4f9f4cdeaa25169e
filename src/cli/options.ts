import { InvalidArgumentError, Option } from 'commander'
import type { Shard } from '../harness/verdict/run-record.ts'
import { ENGINES, type Engine } from '../harness/vocabulary/engine.ts'
import { ANNOTATIONS } from './write-annotations.ts'

/** Which fixture. */
export function profile(): Option {
  return new Option('--profile <name>', 'the fixture: how many rows, and of what kinds').default('staging')
}

/** Which fixture a run has, where it has one. No default: a real database has no profile. */
export function profileOfRun(): Option {
  return new Option('--profile <name>', 'the fixture: how many rows, and of what kinds (default: "staging")')
}

/** Which real database. */
export function database(): Option {
  return new Option(
    '--database <file|url>',
    'a real database to rehearse on a copy of, instead of a fixture; it is only read. A URL with a password is better in STAGEGATE_SOURCE',
  )
}

/** How large its rows are. */
export function rawDataBytes(): Option {
  const option = new Option(
    '--raw-data-bytes <bytes>',
    'bytes of raw_data a snapshot; 10000 makes production 1.1 GB',
  )
  return option.argParser(atLeast(0))
}

/** Whose migrations. */
export function dataSource(): Option {
  return new Option('--data-source <file>', 'the file that exports the DataSource').default('ormconfig.ts')
}

/** Which engines, each once; SQLite where none is named. */
export function engines(): Option {
  return new Option(
    '--engine <engine>',
    `${ENGINES.join(' or ')}; repeat it for both (default: "sqlite")`,
  ).argParser((text, named: readonly Engine[] = []) => [...new Set([...named, engineCalled(text)])])
}

/** Which one of the engines. */
export function engine(): Option {
  return new Option('--engine <engine>', ENGINES.join(' or ')).default('sqlite').argParser(engineCalled)
}

/** Where PostgreSQL is, instead of a container. */
export function postgresUrl(): Option {
  return new Option(
    '--postgres-url <url>',
    'a server of PostgreSQL, instead of a container; a password is better in STAGEGATE_POSTGRES_URL',
  )
}

function engineCalled(text: string): Engine {
  const found = ENGINES.find((each) => each === text)
  if (found === undefined) throw new InvalidArgumentError(`There are: ${ENGINES.join(', ')}.`)
  return found
}

/** How many scenarios at a time. */
export function parallel(): Option {
  return new Option('--parallel <workers>', 'how many scenarios at a time').default(1).argParser(atLeast(1))
}

/** Which part of a plan that several runs share. */
export function shard(): Option {
  const option = new Option('--shard <i/n>', 'the i-th of n runs that share the plan; see stagegate merge')
  return option.argParser(shardCalled)
}

/** Where gates that do not hold are shown besides the reports. */
export function annotations(): Option {
  return new Option(
    '--annotations <where>',
    'show gates that do not hold at their lines, for github (default: where GitHub runs), or none',
  ).choices(ANNOTATIONS)
}

function shardCalled(text: string): Shard {
  const [index = 0, of = 0] = /^[1-9]\d{0,3}\/[1-9]\d{0,3}$/.test(text) ? text.split('/').map(Number) : []
  if (index > 0 && index <= of) return { index, of }
  throw new InvalidArgumentError('The second of three shards is 2/3; the first is 1/3.')
}

function atLeast(least: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text)
    throw new InvalidArgumentError(`A whole number, ${least} or more, is needed.`)
  }
}
