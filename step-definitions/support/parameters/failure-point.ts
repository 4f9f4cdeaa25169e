import { defineParameterType } from '@cucumber/cucumber'
import type { FailurePoint } from '../failure-point.ts'

defineParameterType({
  name: 'failure point',
  regexp: /half-way|at its last statement/,
  useForSnippets: false,
  transformer: (text: string) => text as FailurePoint,
})
