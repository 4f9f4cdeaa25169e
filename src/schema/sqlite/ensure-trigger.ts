import type { QueryRunner } from 'typeorm'
import type { TriggerDefinition } from '../definitions/trigger-definition.ts'
import { acceptTrigger } from './accept-trigger.ts'
import { textOfTrigger } from './text-of-trigger.ts'

/**
 * Creates a trigger, or accepts the one that is there when it is the same. Not inside of `withViewsSetAside`, which has
 * taken every trigger away and makes them again at its end.
 * @throws SchemaError when there is a trigger of that name with another definition.
 */
export async function ensureTrigger(runner: QueryRunner, trigger: TriggerDefinition): Promise<void> {
  if ((await acceptTrigger(runner, trigger)) === 'absent') await runner.query(textOfTrigger(trigger))
}
