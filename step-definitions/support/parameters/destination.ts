import { defineParameterType } from '@cucumber/cucumber'
import type { Destination } from '../../../src/harness/migration/migrate.ts'

defineParameterType({
  name: 'migration',
  regexp: /head|"[A-Z]\w*"/,
  useForSnippets: false,
  transformer: (text: string): Destination => text.replaceAll('"', ''),
})
