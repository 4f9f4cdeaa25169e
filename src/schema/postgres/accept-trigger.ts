import type { QueryRunner } from 'typeorm'
import { differentDefinition } from '../definitions/different-definition.ts'
import { quoteName } from '../definitions/quote-name.ts'
import type { TriggerDefinition } from '../definitions/trigger-definition.ts'
import { bodyOfFunction, textOfTrigger } from './text-of-trigger.ts'

/**
 * Makes sure that a trigger and its function, where there are any of that name, are those that a migration knows.
 * @throws SchemaError saying what they are.
 */
export async function acceptTrigger(
  runner: QueryRunner,
  trigger: TriggerDefinition,
): Promise<'present' | 'absent'> {
  const { name, postgres } = trigger
  if (postgres === undefined) return 'absent'
  const [made]: { body: string; result: string }[] = await runner.query(
    `SELECT prosrc AS body, prorettype::regtype::text AS result FROM pg_proc WHERE oid = to_regproc($1)`,
    [quoteName(name)],
  )
  if (made !== undefined && (made.result !== 'trigger' || made.body !== bodyOfFunction(postgres.message))) {
    throw differentDefinition(`Function ${name}`, [`it is ${made.body.trim()}`])
  }
  const [found]: { text: string; enabled: string }[] = await runner.query(
    `SELECT pg_get_triggerdef(t.oid, true) AS text, t.tgenabled AS enabled
     FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
     WHERE t.tgname = $1 AND NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace`,
    [name],
  )
  if (found === undefined) return 'absent'
  const expected = textOfTrigger(trigger, postgres.when)
  if (found.text !== expected) {
    throw differentDefinition(`Trigger ${name}`, [`it says ${found.text}; expected: ${expected}`])
  }
  if (found.enabled !== 'O') throw differentDefinition(`Trigger ${name}`, ['it is disabled'])
  return 'present'
}
