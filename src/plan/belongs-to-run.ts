import type { Engine } from '../harness/vocabulary/engine.ts'

/** What decides which part of the text a run is about. */
export interface PlanScope {
  /** The fixture profile of the run. */
  readonly profile: string
  readonly engine: Engine
  /** Feature files and folders that were named, relative to the project. Empty for the whole plan. */
  readonly paths: readonly string[]
}

/** The tag that marks features about Stagegate itself. They run only when they are asked for. */
const HARNESS = '@harness'
const PROFILE = '@profile:'
const ENGINE = '@engine:'

/**
 * Whether a scenario (or a Rule) with these tags, inherited ones included, is part of a run. Tags of the form
 * `@profile:<name>` and `@engine:<name>` bind it to the profiles and engines named; `@harness` features take part when the run names their folder.
 */
export function belongsToRun(uri: string, tags: readonly string[], scope: PlanScope): boolean {
  return (
    bindsTo(tags, PROFILE, scope.profile) &&
    bindsTo(tags, ENGINE, scope.engine) &&
    (!tags.includes(HARNESS) || scope.paths.some((path) => names(path, uri)))
  )
}

/** Without a tag of the kind it belongs everywhere. */
function bindsTo(tags: readonly string[], kind: string, name: string): boolean {
  const bound = tags.filter((tag) => tag.startsWith(kind))
  return bound.length === 0 || bound.includes(kind + name)
}

/** A path names what lies under it, but the root of all features names nothing in particular. */
function names(path: string, uri: string): boolean {
  const plain = path
    .replace(/(:\d+)+$/, '')
    .replace(/^\.\//, '')
    .replace(/\/+$/, '')
  return plain !== 'features' && (uri === plain || uri.startsWith(`${plain}/`))
}
