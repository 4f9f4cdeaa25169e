import { defineParameterType } from '@cucumber/cucumber'
import type { Engine } from '../../../src/harness/vocabulary/engine.ts'

defineParameterType({
  name: 'engine',
  regexp: /"(sqlite|postgres)"/,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (text: string) => text as Engine,
})
