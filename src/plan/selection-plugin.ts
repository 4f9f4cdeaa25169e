import type { CoordinatorContext } from '@cucumber/cucumber/api'
import { belongsToRun } from './belongs-to-run.ts'

/** What a run tells the plugin, under `pluginOptions.stagegate`. */
export interface SelectionOptions {
  readonly profile: string
}

// Cucumber finds a plugin by these names in the module that `plugin` points to.
export const type = 'plugin'
export const optionsKey = 'stagegate'

/** Leaves out scenarios that belong to another profile, and those about the harness unless their path was named. */
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
        { profile: options.profile, paths },
      ),
    ),
  )
}
