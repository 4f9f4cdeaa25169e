import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  CONFIGURATION_FILE,
  type Configuration,
  type ConfiguredEnvironment,
} from '../harness/gate/configuration.ts'
import { parseConfiguration } from '../harness/gate/parse-configuration.ts'
import { nearestName } from '../harness/vocabulary/nearest-name.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'

/**
 * What `stagegate.config.ts` in the project's folder says of an environment.
 * @throws StagegateError when it is not there, does not load, is no configuration, or says nothing of the environment.
 */
export async function loadConfigured(environmentName: string, cwd: string): Promise<ConfiguredEnvironment> {
  const file = join(cwd, CONFIGURATION_FILE)
  if (!existsSync(file)) {
    throw new StagegateError({
      what: `There is no environment "${environmentName}": there is no ${CONFIGURATION_FILE}.`,
      where: cwd,
      cause: 'The command runs in another folder than that of the project.',
      next: 'Run it there, or leave --environment out.',
    })
  }
  const configuration = parseConfiguration(await defaultExport(file), CONFIGURATION_FILE)
  return environmentOf(environmentName, configuration)
}

async function defaultExport(file: string): Promise<unknown> {
  const exported: object = await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw unusable(`it does not load: ${error instanceof Error ? error.message : String(error)}`, file, error)
  })
  if ('default' in exported) return exported.default
  throw unusable('it has no default export', file)
}

function unusable(why: string, where: string, cause?: unknown): StagegateError {
  return new StagegateError(
    {
      what: `The configuration cannot be used: ${why}.`,
      where,
      cause: 'A mistake in its text, or an import of something that is not there.',
      next: 'Correct it: it begins with "export default defineConfig({", and npx tsc -p . names every mistake.',
    },
    cause === undefined ? undefined : { cause },
  )
}

function environmentOf(name: string, { environments }: Configuration): ConfiguredEnvironment {
  const found = Object.hasOwn(environments, name) ? environments[name] : undefined
  if (found !== undefined) return { name, tolerances: [], budgets: [], accepted: [], ...found }
  const names = Object.keys(environments)
  const nearest = nearestName(name, names)
  throw new StagegateError({
    what: `There is no environment "${name}".`,
    where: '--environment',
    cause: 'The name is misspelt.',
    next: [
      ...(nearest === undefined ? [] : [`Did you mean ${nearest}?`]),
      names.length === 0
        ? `${CONFIGURATION_FILE} has none.`
        : `${CONFIGURATION_FILE} has: ${names.join(', ')}.`,
    ].join(' '),
  })
}
