import { join } from 'node:path'
import type { IConfiguration } from '@cucumber/cucumber/api'
import type { Selection } from './read-selection.ts'
import { PLAN_PATHS } from './read-sources.ts'
import { type RunOptions, runParameters } from './run-options.ts'
import type { SelectionOptions } from './selection-plugin.ts'

/** The file of Cucumber's own report. */
export const CUCUMBER_HTML = 'cucumber.html'

/** Where step definitions are. Unit tests beside them are no part of a run. */
export const STEP_DEFINITIONS: readonly string[] = ['step-definitions/**/!(*.test).ts']

/** How Cucumber runs the plan. */
export function planConfiguration(
  { paths, tags, shard }: Selection,
  options: RunOptions,
): Partial<IConfiguration> {
  const { profile, engine, parallel, reportsInto } = options
  const selection: SelectionOptions = { profile, engine, shard }
  return {
    paths: [...(paths.length === 0 ? PLAN_PATHS : paths)],
    import: [...STEP_DEFINITIONS],
    plugin: [new URL('./selection-plugin.ts', import.meta.url).href],
    pluginOptions: { stagegate: selection } as unknown as IConfiguration['pluginOptions'],
    tags: tags ?? '',
    // To Cucumber 1 is a worker of its own, and 0 this process.
    parallel: parallel === 1 ? 0 : parallel,
    format: reportsInto === null ? ['rerun'] : ['rerun', ['html', join(reportsInto, CUCUMBER_HTML)]],
    worldParameters: runParameters(options) as unknown as IConfiguration['worldParameters'],
  }
}
