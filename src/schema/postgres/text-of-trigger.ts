import type { TriggerDefinition } from '../definitions/trigger-definition.ts'

/**
 * The statement that makes a trigger, as `pg_get_triggerdef` writes it again: names that need no quotes have none, and
 * the rows of a condition are in lower case.
 */
export function textOfTrigger({ name, table, event }: TriggerDefinition, when: string): string {
  const condition = when.replaceAll('NEW.', 'new.').replaceAll('OLD.', 'old.')
  return `CREATE TRIGGER ${name} ${event} ON ${table} FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION ${name}()`
}

/** The body of the function that refuses. */
export function bodyOfFunction(message: string): string {
  return `BEGIN RAISE EXCEPTION '${message.replaceAll("'", "''").replaceAll('%', '%%')}'; END`
}
