import { quoteName } from '../definitions/quote-name.ts'
import type { TriggerDefinition } from '../definitions/trigger-definition.ts'

/** The statement that makes a trigger. */
export function textOfTrigger({ name, table, event, when, body }: TriggerDefinition): string {
  return `CREATE TRIGGER ${quoteName(name)} ${event} ON ${quoteName(table)} WHEN ${when} BEGIN ${body} END`
}
