import { runCucumber } from '@cucumber/cucumber/api'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { discard } from './discard.ts'
import { engineOptions } from './engine-options.ts'
import type { Envelope } from './envelope.ts'

/** Where the plan is, unless a run says otherwise. */
export const PLAN_PATHS: readonly string[] = ['features/**/*.feature']

/**
 * Parses feature files without running anything, and gives Cucumber's messages about them: documents, scenarios and
 * parse errors. No step definition is loaded.
 * @param paths Files, folders or patterns, `:line` allowed; empty for the whole plan.
 * @throws StagegateError when a path leads to no feature file.
 */
export async function readSources(paths: readonly string[], cwd: string): Promise<readonly Envelope[]> {
  if (paths.length === 0) return dryRun(PLAN_PATHS, cwd)
  const byUri = new Map<string, readonly Envelope[]>()
  for (const path of paths) {
    const found = await dryRun([path], cwd)
    const uris = new Set(found.flatMap(({ source }) => source?.uri ?? []))
    if (uris.size === 0) throw noFeature(path)
    for (const uri of uris)
      byUri.set(
        uri,
        found.filter((envelope) => uriOf(envelope) === uri),
      )
  }
  return [...byUri.values()].flat()
}

async function dryRun(paths: readonly string[], cwd: string): Promise<readonly Envelope[]> {
  const envelopes: Envelope[] = []
  const environment = { cwd, stdout: discard(), stderr: discard(), env: {} }
  // The rerun formatter is the one that says least. Without any pattern Cucumber would look for step definitions
  // beside the features.
  const options = await engineOptions({
    paths: [...paths],
    import: ['.no-step-definitions-here'],
    dryRun: true,
    format: ['rerun'],
  })
  await runCucumber(options, environment, (envelope) => envelopes.push(envelope))
  return envelopes.filter((envelope) => uriOf(envelope) !== undefined)
}

function uriOf({ source, gherkinDocument, pickle, parseError }: Envelope): string | undefined {
  return source?.uri ?? gherkinDocument?.uri ?? pickle?.uri ?? parseError?.source.uri
}

function noFeature(path: string): StagegateError {
  return new StagegateError({
    what: `There is no feature file at "${path}".`,
    cause: 'The path is misspelt, or not relative to the folder that the command runs in.',
    next: 'List the plan with: ls features/*',
  })
}
