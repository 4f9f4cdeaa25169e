import type { Engine } from '../harness/vocabulary/engine.ts'

/** What decides which part of the text a run is about. */
export interface PlanScope {
  /** The fixture profile of the run; null where it is about a real database. */
  readonly profile: string | null
  readonly engine: Engine
  /** Feature files and folders that were named, relative to the project. Empty for the whole plan. */
  readonly paths: readonly string[]
}

/** The tag that marks features about Stagegate itself. They run only when they are asked for. */
const HARNESS = '@harness'
const PROFILE = '@profile:'
const ENGINE = '@engine:'
/** For scenarios that need exact counts, or that show the same on every database and cost much on a large one. */
const FIXTURE = '@fixture'
/** For scenarios that are about a real database. */
const DATABASE = '@database'

/**
 * Whether a scenario (or a Rule) with these tags, inherited ones included, is part of a run. Tags of the form
 * `@profile:<name>` and `@engine:<name>` bind it to the profiles and engines named, `@fixture` to runs on any fixture and
 * `@database` to those on a real database; `@harness` features take part when the run names their folder.
 */
export function belongsToRun(uri: string, tags: readonly string[], scope: PlanScope): boolean {
  return (
    isAskedFor(uri, tags, scope) &&
    whyNotApplicable(tags, scope.profile) === undefined &&
    !lacksDatabase(tags, scope)
  )
}

/**
 * Why a scenario that a run on a fixture would have says nothing of a real database; undefined where it does, and in runs
 * on fixtures.
 */
export function whyNotApplicable(tags: readonly string[], profile: string | null): string | undefined {
  if (profile !== null) return bindsTo(tags, PROFILE, profile) ? undefined : 'is about another fixture'
  if (tags.includes(FIXTURE)) return 'needs a fixture, of which everything is known'
  const fixtures = tags.filter((tag) => tag.startsWith(PROFILE)).map((tag) => tag.slice(PROFILE.length))
  return fixtures.length === 0 ? undefined : `is about the fixture ${fixtures.join(' or ')}`
}

/** Whether a run is about this engine and this part of the project, whatever database it is about. */
export function isAskedFor(uri: string, tags: readonly string[], { engine, paths }: PlanScope): boolean {
  return bindsTo(tags, ENGINE, engine) && (!tags.includes(HARNESS) || paths.some((path) => names(path, uri)))
}

function lacksDatabase(tags: readonly string[], { profile }: PlanScope): boolean {
  return profile !== null && tags.includes(DATABASE)
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
