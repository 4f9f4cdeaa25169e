import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { SchemaError } from '../schema-error.ts'
import type { Carried } from './read-carried.ts'

/** How a trigger is put into the state in which the old one was, which is usually the one it is made in. */
const STATE: Readonly<Record<string, string>> = { D: 'DISABLE', R: 'ENABLE REPLICA', A: 'ENABLE ALWAYS' }

/**
 * Makes the triggers of the old table again on the new one, when its rows are in.
 * @throws SchemaError for one that does not fit any more.
 */
export async function applyTriggers(
  runner: QueryRunner,
  table: string,
  { triggers }: Pick<Carried, 'triggers'>,
): Promise<void> {
  for (const { name, text, enabled } of triggers) {
    await runner.query(text).catch((error: unknown) => {
      throw new SchemaError(
        {
          what: `Trigger ${name} does not fit table ${table} any more: ${error instanceof Error ? error.message : error}.`,
          where: `trigger ${name}`,
          cause: 'It was made by hand and uses a column that this step takes away.',
          next: 'Drop it, then run this step again.',
        },
        { cause: error },
      )
    })
    const state = STATE[enabled]
    if (state === undefined) continue
    await runner.query(`ALTER TABLE ${quoteName(table)} ${state} TRIGGER ${quoteName(name)}`)
  }
}
