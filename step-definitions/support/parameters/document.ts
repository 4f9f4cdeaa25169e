import { defineParameterType } from '@cucumber/cucumber'
import type { Document } from '../report/parts-of.ts'

defineParameterType({
  name: 'document',
  regexp: /activity report|dashboard/,
  useForSnippets: false,
  transformer: (text: string) => text as Document,
})
