import { join } from 'node:path'
import type { IConfiguration } from '@cucumber/cucumber/api'
import { engineName } from '../harness/vocabulary/engine.ts'
import type { Selection } from './read-selection.ts'
import { PLAN_PATHS } from './read-sources.ts'
import { type RunOptions, runParameters } from './run-options.ts'

/** The files of Cucumber's own reports. */
export const CUCUMBER_HTML = 'cucumber.html'
export const JUNIT_XML = 'junit.xml'

/** Where step definitions are. Unit tests beside them are no part of a run. */
export const STEP_DEFINITIONS: readonly string[] = ['step-definitions/**/!(*.test).ts']

/** How Cucumber runs the plan. */
export function planConfiguration({ paths, tags }: Selection, options: RunOptions): Partial<IConfiguration> {
  const { profile, source, engine, parallel, reportsInto } = options
  const rehearsed = profile === null ? `database ${source?.location}` : `profile ${profile}`
  return {
    paths: [...(paths.length === 0 ? PLAN_PATHS : paths)],
    import: [...STEP_DEFINITIONS],
    plugin: [new URL('./selection-plugin.ts', import.meta.url).href],
    pluginOptions: { stagegate: { profile, engine } },
    tags: tags ?? '',
    // To Cucumber 1 is a worker of its own, and 0 this process.
    parallel: parallel === 1 ? 0 : parallel,
    format: reportsInto === null ? ['rerun'] : ['rerun', ...reports(reportsInto)],
    formatOptions: { junit: { suiteName: `Stagegate, ${rehearsed}, on ${engineName(engine)}` } },
    worldParameters: runParameters(options) as unknown as IConfiguration['worldParameters'],
  }
}

function reports(folder: string): [string, string][] {
  return [
    ['html', join(folder, CUCUMBER_HTML)],
    ['junit', join(folder, JUNIT_XML)],
  ]
}
