import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import type { TriggerDefinition } from '../definitions/trigger-definition.ts'
import { acceptTrigger } from './accept-trigger.ts'
import { bodyOfFunction, textOfTrigger } from './text-of-trigger.ts'

/**
 * Creates a trigger and its function, or accepts those that are there when they are the same. A trigger that has nothing
 * to do on this engine is not created.
 * @throws SchemaError when there is a trigger or function of that name with another definition.
 */
export async function ensureTrigger(runner: QueryRunner, trigger: TriggerDefinition): Promise<void> {
  if (trigger.postgres === undefined) return
  if ((await acceptTrigger(runner, trigger)) === 'present') return
  const body = bodyOfFunction(trigger.postgres.message)
  await runner.query(
    `CREATE OR REPLACE FUNCTION ${quoteName(trigger.name)}() RETURNS trigger LANGUAGE plpgsql AS $function$${body}$function$`,
  )
  await runner.query(textOfTrigger(trigger, trigger.postgres.when))
}
