import { defineParameterType } from '@cucumber/cucumber'
import { durationCell } from '../table-cells.ts'

defineParameterType({
  name: 'duration',
  regexp: /\d+(?:\.\d+)? (?:ms|s|min)/,
  useForSnippets: false,
  /** Gives milliseconds. */
  transformer: (text: string): number => durationCell(text),
})
