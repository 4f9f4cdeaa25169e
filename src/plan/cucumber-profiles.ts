import type { IConfiguration } from '@cucumber/cucumber/api'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { STEP_DEFINITIONS } from './plan-configuration.ts'
import type { RunParameters } from './run-options.ts'

/** The fixture that a run has when nobody chooses one. */
const DEFAULT_PROFILE = 'staging'
/** Nothing has to be started for it. */
const ENGINE: Engine = 'sqlite'
/** Features about Stagegate itself need every kind of row, and none of it twice. */
const HARNESS_PROFILE = 'tiny'
/** Ten times production takes minutes: once a night. */
const NIGHTLY_PROFILE = 'load'

/**
 * Cucumber's profiles for `cucumber.mjs`: one for every fixture profile, `default`, `nightly` and `harness`. The plan has
 * no path in them: Cucumber would add it to the paths that a user names, instead of giving way.
 * @param plugins Modules that select scenarios and reach the verdict.
 */
export function cucumberProfiles(
  profiles: readonly string[],
  plugins: readonly string[],
): Readonly<Record<string, Partial<IConfiguration>>> {
  const configuration = (profile: string): Partial<IConfiguration> => {
    const worldParameters: RunParameters = {
      profile,
      engine: ENGINE,
      dataSource: 'ormconfig.ts',
      keep: false,
    }
    return {
      import: [...STEP_DEFINITIONS],
      plugin: [...plugins],
      pluginOptions: { stagegate: { profile, engine: ENGINE, profiles: [...profiles] } },
      format: ['progress'],
      worldParameters: worldParameters as unknown as IConfiguration['worldParameters'],
    }
  }
  return {
    default: configuration(DEFAULT_PROFILE),
    ...Object.fromEntries(profiles.map((profile) => [profile, configuration(profile)])),
    nightly: configuration(NIGHTLY_PROFILE),
    harness: { ...configuration(HARNESS_PROFILE), paths: ['features/harness'] },
  }
}
