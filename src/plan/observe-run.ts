import type { CoordinatorContext } from '@cucumber/cucumber/api'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { belongsToRun } from './belongs-to-run.ts'
import { breakOff } from './break-off.ts'
import { collectRun } from './collect-run.ts'
import { describeEnvironment } from './describe-environment.ts'
import type { Envelope } from './envelope.ts'
import { readPlan } from './read-plan.ts'
import { sqliteVersion } from './sqlite-version.ts'
import { watchWorkers } from './watch-workers.ts'

/** What `cucumber.mjs` says of the run, under `pluginOptions.stagegate`. */
export interface ObserverOptions {
  readonly profile: string
  readonly engine: Engine
  /** The profiles that exist. */
  readonly profiles: readonly string[]
}

/** The surroundings that a plugin of Cucumber is given. */
export type PluginContext = CoordinatorContext<ObserverOptions>

/** Where Cucumber looks when nobody names a path. */
const EVERYWHERE = 'features/**/*.{feature,feature.md}'

/**
 * Watches a run that Cucumber's own command line has started, and makes a record of it when it is over. How it was
 * narrowed nobody tells; so it is complete when nothing that belongs to it was left out.
 * @param command What the user typed.
 */
export function observeRun(context: PluginContext, command: string): () => Promise<RunRecord> {
  const { profile, engine, profiles } = context.options
  const startedAt = new Date().toISOString()
  const envelopes: Envelope[] = []
  const workers = watchWorkers()
  let paths: readonly string[] = []
  context.on('paths:resolve', ({ unexpandedSourcePaths }) => {
    paths = unexpandedSourcePaths.filter((path) => path !== EVERYWHERE)
  })
  context.on('message', (envelope) => {
    envelopes.push(envelope)
    workers.see(envelope)
  })
  return async () => {
    workers[Symbol.dispose]()
    const { documents, scenarios, errors } = collectRun(envelopes, engine)
    const selected = new Set(envelopes.flatMap(({ testCase }) => testCase?.pickleId ?? []))
    const scope = { profile, engine, paths, profiles }
    // A file that does not parse stops everything before anything is selected; that narrows nothing.
    const began = envelopes.some(({ testRunStarted }) => testRunStarted)
    const leftOut = envelopes.some(
      ({ pickle }) =>
        pickle !== undefined &&
        !selected.has(pickle.id) &&
        belongsToRun(
          pickle.uri,
          pickle.tags.map(({ name }) => name),
          scope,
        ),
    )
    return {
      startedAt,
      finishedAt: new Date().toISOString(),
      engines: [engine],
      profile,
      source: null,
      configured: null,
      anonymous: false,
      rawDataBytes: null,
      environment: await describeEnvironment(context.environment.cwd, { command, askedBy: null }, [
        { engine, version: await sqliteVersion() },
      ]),
      selection: { tags: null, complete: paths.length === 0 && !(began && leftOut), shard: null },
      strict: false,
      ...readPlan(documents, scope),
      scenarios,
      superseded: [],
      errors: [...errors, ...workers.deaths, ...breakOff(undefined, envelopes, errors)],
    }
  }
}
