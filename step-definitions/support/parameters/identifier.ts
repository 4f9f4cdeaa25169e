import { defineParameterType } from '@cucumber/cucumber'

// A table or a column, as the database calls it. Letters, digits and underscores: nothing that SQL could mistake.
for (const name of ['table', 'column']) {
  defineParameterType({
    name,
    regexp: /"(\w+)"/,
    useForSnippets: false,
    preferForRegexpMatch: false,
    transformer: (identifier: string): string => identifier,
  })
}
