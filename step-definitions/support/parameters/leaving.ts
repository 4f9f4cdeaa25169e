import { defineParameterType } from '@cucumber/cucumber'
import type { Leaving } from '../harvest/leaving.ts'

defineParameterType({
  name: 'leaving',
  regexp: /nobody|a fifth|one more than a fifth|everybody/,
  useForSnippets: false,
  transformer: (text: string) => text as Leaving,
})
