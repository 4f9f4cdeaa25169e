import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { loadSupport } from '@cucumber/cucumber/api'
import { StagegateError } from '../../harness/vocabulary/stagegate-error.ts'
import { discard } from '../discard.ts'
import { divertStdout } from '../divert-stdout.ts'
import { engineOptions } from '../engine-options.ts'
import type { Envelope } from '../envelope.ts'
import { STEP_DEFINITIONS } from '../plan-configuration.ts'
import { PLAN_PATHS, readSources } from '../read-sources.ts'
import type { Sentence, SentenceExample, SentenceParameter } from './sentence.ts'

type Pickle = NonNullable<Envelope['pickle']>

/** What is used of Cucumber's library of step definitions. Its published type says nothing of what is in it. */
interface StepLibrary {
  readonly stepDefinitions: readonly {
    readonly keyword: string
    readonly pattern: string | RegExp
    readonly uri: string
    matchesStepName(text: string): boolean
  }[]
  readonly parameterTypeRegistry: {
    lookupByTypeName(name: string): { readonly regexpStrings: readonly string[] } | undefined
  }
}

/** Plans that Stagegate is tested with. Some sentences are there for them alone. */
const TESTED_WITH = 'fixtures/red/plans'
const HARNESS = '@harness'

const CUCUMBERS_OWN: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  word: 'one word',
  int: 'a whole number',
  float: 'a number',
}

/**
 * The sentences of the plan, in the order in which they are defined, each with its first use.
 *
 * What step definitions write to standard output while they are loaded goes to `stderr`.
 *
 * Once per process: step definitions register themselves while they are imported, which happens only once.
 * @throws StagegateError where there are none, or they cannot be loaded.
 */
export async function readSentences(cwd: string, stderr: Writable): Promise<readonly Sentence[]> {
  const { stepDefinitions, parameterTypeRegistry } = await load(cwd, stderr)
  if (stepDefinitions.length === 0) throw noSentences()
  const uses = await usesIn(cwd)
  return stepDefinitions.map((definition): Sentence => {
    const { keyword, pattern, uri } = definition
    const expression = typeof pattern === 'string' ? pattern : String(pattern)
    return {
      keyword: keyword === 'Given' || keyword === 'When' ? keyword : 'Then',
      expression,
      parameters: parameterNames(expression).flatMap((name): readonly SentenceParameter[] => {
        const type = parameterTypeRegistry.lookupByTypeName(name)
        return type === undefined
          ? []
          : [{ name, accepts: type.regexpStrings, takes: takes(name, type.regexpStrings) }]
      }),
      file: uri.replaceAll('\\', '/'),
      example: uses.find(({ text }) => definition.matchesStepName(text)) ?? null,
    }
  })
}

/** The names of an expression's parameters, each once. */
function parameterNames(expression: string): readonly string[] {
  return [...new Set([...expression.matchAll(/(?<!\\)\{([^{}]*)\}/g)].map(([, name = '']) => name))]
}

/** Cucumber's own types in words, because their expressions are a puzzle; others as they are defined. */
function takes(name: string, accepts: readonly string[]): string {
  return CUCUMBERS_OWN[name] ?? accepts.join(' or ')
}

async function load(cwd: string, stderr: Writable): Promise<StepLibrary> {
  const paths = [...PLAN_PATHS]
  const importPaths = [...STEP_DEFINITIONS]
  const { sources } = await engineOptions({ paths })
  const environment = { cwd, stdout: discard(), stderr: discard() }
  using _stdout = divertStdout(stderr)
  try {
    const library: unknown = await loadSupport({ sources, support: { importPaths } }, environment)
    return library as StepLibrary
  } catch (error) {
    throw new StagegateError(
      {
        what: 'The step definitions cannot be loaded.',
        where: 'step-definitions/',
        cause: error instanceof Error ? error.message : String(error),
        next: 'Mend what the message names; npx tsc -p . may show more.',
      },
      { cause: error },
    )
  }
}

/** Every step of the plan as it is run; first those of the product's own features, last those about Stagegate itself. */
async function usesIn(cwd: string): Promise<readonly SentenceExample[]> {
  const pickles = picklesOf(await readSources([], cwd))
  const about = (pickle: Pickle) => pickle.tags.some(({ name }) => name === HARNESS)
  const tested = await access(join(cwd, TESTED_WITH)).then(
    async () => picklesOf(await readSources([TESTED_WITH], cwd)),
    () => [],
  )
  return [
    ...pickles.filter((pickle) => !about(pickle)).flatMap((pickle) => stepsOf(pickle, false)),
    ...pickles.filter(about).flatMap((pickle) => stepsOf(pickle, true)),
    ...tested.flatMap((pickle) => stepsOf(pickle, true)),
  ]
}

/** In the order of the text, whatever order the files were read in. */
function picklesOf(envelopes: readonly Envelope[]): readonly Pickle[] {
  const pickles = envelopes.flatMap(({ pickle }) => pickle ?? [])
  return pickles.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : lineOf(a) - lineOf(b)))
}

function stepsOf(pickle: Pickle, aboutHarness: boolean): readonly SentenceExample[] {
  return pickle.steps.map(({ text, argument }) => ({
    uri: pickle.uri,
    line: lineOf(pickle),
    text,
    rows: argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [],
    docString: argument?.docString?.content ?? null,
    aboutHarness,
  }))
}

function lineOf({ location }: Pickle): number {
  return location?.line ?? 0
}

function noSentences(): StagegateError {
  return new StagegateError({
    what: 'There are no step definitions.',
    where: STEP_DEFINITIONS.join(', '),
    cause: 'The command does not run in the folder of a project.',
    next: 'Run it where features/ and step-definitions/ are.',
  })
}
