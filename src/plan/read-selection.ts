import { relative, resolve } from 'node:path'
import { checkTags } from './check-tags.ts'
import type { Envelope, GherkinDocument } from './envelope.ts'
import { readSources } from './read-sources.ts'

/** The text that a run is about. */
export interface Selection {
  /** Feature files and folders that were named, relative to the project. Empty for the whole plan. */
  readonly paths: readonly string[]
  /** A tag expression that narrows the run, or null. */
  readonly tags: string | null
  /** Every feature file that could be parsed. */
  readonly documents: readonly GherkinDocument[]
  /** False when anything narrowed the run. */
  readonly complete: boolean
}

/**
 * Reads what paths and tags select, before anything is started for it.
 * @throws StagegateError when they lead nowhere.
 */
export async function readSelection(
  { paths, tags }: { readonly paths: readonly string[]; readonly tags: string | null },
  cwd: string,
): Promise<Selection> {
  const named = paths.map((path) => relative(cwd, resolve(cwd, path)) || '.')
  const sources = await readSources(named, cwd)
  if (tags !== null) checkTagsOf(sources, tags)
  return {
    paths: named,
    tags,
    documents: sources.flatMap(({ gherkinDocument }) => gherkinDocument ?? []),
    complete: tags === null && named.length === 0,
  }
}

function checkTagsOf(sources: readonly Envelope[], tags: string): void {
  const known = new Set(sources.flatMap(({ pickle }) => pickle?.tags.map(({ name }) => name) ?? []))
  // The tag may stand in the file that does not parse; the run will say so.
  const parsed = !sources.some(({ parseError }) => parseError)
  checkTags(tags, parsed ? known : undefined)
}
