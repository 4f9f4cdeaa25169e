import { defineParameterType } from '@cucumber/cucumber'

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 }

defineParameterType({
  name: 'duration',
  regexp: /(\d+(?:\.\d+)?) (ms|s|min)/,
  useForSnippets: false,
  /** Gives milliseconds. */
  transformer: (amount: string, unit: string): number => Number(amount) * (MILLISECONDS[unit] ?? Number.NaN),
})
