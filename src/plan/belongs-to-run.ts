/** What decides which part of the text a run is about. */
export interface PlanScope {
  /** The fixture profile of the run. */
  readonly profile: string
  /** Feature files and folders that were named, relative to the project. Empty for the whole plan. */
  readonly paths: readonly string[]
}

/** The tag that marks features about Stagegate itself. They run only when they are asked for. */
const HARNESS = '@harness'
const PROFILE = '@profile:'

/**
 * Whether a scenario (or a Rule) with these tags, inherited ones included, is part of a run. Tags of the form
 * `@profile:<name>` bind it to the profiles named; `@harness` features take part when the run names their folder.
 */
export function belongsToRun(uri: string, tags: readonly string[], scope: PlanScope): boolean {
  return (
    inProfile(tags, scope.profile) &&
    (!tags.includes(HARNESS) || scope.paths.some((path) => names(path, uri)))
  )
}

function inProfile(tags: readonly string[], profile: string): boolean {
  const profiles = tags.filter((tag) => tag.startsWith(PROFILE))
  return profiles.length === 0 || profiles.includes(PROFILE + profile)
}

/** A path names what lies under it, but the root of all features names nothing in particular. */
function names(path: string, uri: string): boolean {
  const plain = path
    .replace(/(:\d+)+$/, '')
    .replace(/^\.\//, '')
    .replace(/\/+$/, '')
  return plain !== 'features' && (uri === plain || uri.startsWith(`${plain}/`))
}
