import type { QueryRunner } from 'typeorm'
import { differentDefinition } from '../definitions/different-definition.ts'
import type { TriggerDefinition } from '../definitions/trigger-definition.ts'
import { partsOf } from './parts-of.ts'
import { textOfTrigger } from './text-of-trigger.ts'

/**
 * Makes sure that a trigger, where there is one of that name, is the one that a migration knows. SQLite reports nothing of
 * a trigger but its text: how that is written plays no part, what it says has to be the same.
 * @throws SchemaError saying where the two part.
 */
export async function acceptTrigger(
  runner: QueryRunner,
  trigger: TriggerDefinition,
): Promise<'present' | 'absent'> {
  const [found]: { sql: string }[] = await runner.query(
    `SELECT sql FROM main.sqlite_schema WHERE type = 'trigger' AND name = ? COLLATE NOCASE`,
    [trigger.name],
  )
  if (found === undefined) return 'absent'
  const actual = partsOf(found.sql)
  const expected = partsOf(textOfTrigger(trigger))
  const parting = actual.findIndex((part, at) => part !== expected[at])
  if (parting < 0 && actual.length === expected.length) return 'present'
  const [is, should] = [actual, expected].map((parts) => parts.slice(parting).join(' '))
  throw differentDefinition(`Trigger ${trigger.name}`, [`it says … ${is}; expected: … ${should}`])
}
