import type { CoordinatorContext } from '@cucumber/cucumber/api'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { belongsToRun } from './belongs-to-run.ts'

/** What a run tells the plugin, under `pluginOptions.stagegate`. */
export interface SelectionOptions {
  /** Null where a real database is rehearsed. */
  readonly profile: string | null
  readonly engine: Engine
}

// Cucumber finds a plugin by these names in the module that `plugin` points to.
export const type = 'plugin'
export const optionsKey = 'stagegate'

/** The tag of scenarios that time something. */
const TIMING = '@timing'
/** The tag of scenarios that look at what all the others have left. */
const LAST = '@last'

/** Puts scenarios that time something first, and those that look back last. Leaves out scenarios that belong to another profile or engine, and those about the harness unless their path was named. */
export function coordinator({ on, transform, options }: CoordinatorContext<SelectionOptions>): void {
  let paths: readonly string[] = []
  on('paths:resolve', ({ unexpandedSourcePaths }) => {
    paths = unexpandedSourcePaths
  })
  transform('pickles:filter', (pickles) =>
    pickles.filter(({ pickle }) =>
      belongsToRun(
        pickle.uri,
        pickle.tags.map(({ name }) => name),
        { profile: options.profile, engine: options.engine, paths },
      ),
    ),
  )
  // What times something runs alone. At the start nobody has to be waited for.
  transform('pickles:order', (pickles) => {
    const tagged = (tag: string) =>
      pickles.filter(({ pickle }) => pickle.tags.some(({ name }) => name === tag))
    const [timed, last] = [tagged(TIMING), tagged(LAST)]
    return [
      ...timed,
      ...pickles.filter((pickle) => !timed.includes(pickle) && !last.includes(pickle)),
      ...last,
    ]
  })
}
