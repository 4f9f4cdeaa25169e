import { relative, resolve } from 'node:path'
import type { Shard } from '../harness/verdict/run-record.ts'
import { checkLines, pathAndLines } from './check-lines.ts'
import { checkTags } from './check-tags.ts'
import type { Envelope, GherkinDocument } from './envelope.ts'
import { readSources } from './read-sources.ts'

/** The text that a run is about. */
export interface Selection {
  /** Feature files and folders that were named, relative to the project. Empty for the whole plan. */
  readonly paths: readonly string[]
  /** A tag expression that narrows the run, or null. */
  readonly tags: string | null
  /** The part of what they select, where several runs share it; null for all of it. */
  readonly shard: Shard | null
  /** Every feature file that could be parsed. */
  readonly documents: readonly GherkinDocument[]
  /** False when paths or tags narrowed the run. */
  readonly complete: boolean
}

/** What a user named. */
export interface AskedSelection {
  /** Feature files, with lines where only some of their scenarios are meant, and folders. */
  readonly paths: readonly string[]
  readonly tags: string | null
  readonly shard?: Shard | null
}

/**
 * Reads what paths and tags select, before anything is started for it.
 * @throws StagegateError when they lead nowhere.
 */
export async function readSelection(
  { paths, tags, shard = null }: AskedSelection,
  cwd: string,
): Promise<Selection> {
  const named = paths.map((path) => relative(cwd, resolve(cwd, path)) || '.')
  const sources = await readSources([...new Set(named.map((each) => pathAndLines(each).path))], cwd)
  const documents = sources.flatMap(({ gherkinDocument }) => gherkinDocument ?? [])
  const unparsed = sources.flatMap(({ parseError }) => parseError?.source.uri ?? [])
  checkLines(named, documents, new Set(unparsed))
  if (tags !== null) checkTagsOf(sources, tags)
  return {
    paths: named,
    tags,
    shard,
    documents,
    complete: tags === null && named.length === 0,
  }
}

function checkTagsOf(sources: readonly Envelope[], tags: string): void {
  const known = new Set(sources.flatMap(({ pickle }) => pickle?.tags.map(({ name }) => name) ?? []))
  // The tag may stand in the file that does not parse; the run will say so.
  const parsed = !sources.some(({ parseError }) => parseError)
  checkTags(tags, parsed ? known : undefined)
}
