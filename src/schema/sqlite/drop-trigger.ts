import type { QueryRunner } from 'typeorm'
import { missingObject } from '../definitions/missing-object.ts'
import { quoteName } from '../definitions/quote-name.ts'
import type { TriggerDefinition } from '../definitions/trigger-definition.ts'
import { acceptTrigger } from './accept-trigger.ts'

/**
 * Drops a trigger that is what the migration takes it for. Not inside of `withViewsSetAside`, which would make it again.
 * @throws SchemaError when it has another definition, or is not there.
 */
export async function dropTrigger(runner: QueryRunner, trigger: TriggerDefinition): Promise<void> {
  if ((await acceptTrigger(runner, trigger)) === 'absent') throw missingObject('Trigger', trigger)
  await runner.query(`DROP TRIGGER ${quoteName(trigger.name)}`)
}
