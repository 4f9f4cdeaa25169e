import type { CoordinatorEventValues } from '@cucumber/cucumber/api'

/** One message of Cucumber's stream. */
export type Envelope = CoordinatorEventValues['message']

/** One parsed feature file, as it travels in the stream. */
export type GherkinDocument = NonNullable<Envelope['gherkinDocument']>
