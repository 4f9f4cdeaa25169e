import type { Envelope } from './envelope.ts'

/**
 * Why Cucumber gave up, as errors of the run: step definitions that cannot be loaded, a hook of the whole run that
 * threw. `errors` is what the messages said of it already.
 */
export function breakOff(
  failure: unknown,
  envelopes: readonly Envelope[],
  errors: readonly string[],
): readonly string[] {
  const finished = envelopes.some(({ testRunFinished }) => testRunFinished)
  if (failure === undefined) {
    const unparsed = envelopes.some(({ parseError }) => parseError)
    return finished || unparsed ? [] : ['Cucumber ended without having finished the run']
  }
  const text = describe(failure)
  // A failed hook has told its own story in the stream; Cucumber's exception only says where it stands.
  if (/hook errored/.test(text) && errors.some((error) => error.includes('hook at'))) return []
  const began = envelopes.some(({ testRunStarted }) => testRunStarted)
  return [`the run broke off${began ? '' : ' before its first scenario'}: ${text}`]
}

function describe(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure)
  const cause = failure.cause instanceof Error ? `\ncaused by ${describe(failure.cause)}` : ''
  return `${failure.message}\n${(failure.stack ?? '').replace(`${failure.name}: ${failure.message}\n`, '')}${cause}`
}
