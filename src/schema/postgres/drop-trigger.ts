import type { QueryRunner } from 'typeorm'
import { missingObject } from '../definitions/missing-object.ts'
import { quoteName } from '../definitions/quote-name.ts'
import type { TriggerDefinition } from '../definitions/trigger-definition.ts'
import { acceptTrigger } from './accept-trigger.ts'

/**
 * Drops a trigger that is what the migration takes it for, and its function.
 * @throws SchemaError when it has another definition, or is not there.
 */
export async function dropTrigger(runner: QueryRunner, trigger: TriggerDefinition): Promise<void> {
  if (trigger.postgres === undefined) return
  if ((await acceptTrigger(runner, trigger)) === 'absent') throw missingObject('Trigger', trigger)
  await runner.query(`DROP TRIGGER ${quoteName(trigger.name)} ON ${quoteName(trigger.table)}`)
  await runner.query(`DROP FUNCTION ${quoteName(trigger.name)}()`)
}
