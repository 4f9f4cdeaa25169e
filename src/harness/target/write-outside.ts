import type { OpenTarget } from './open-target.ts'
import type { OutsideStatement, Writing } from './outside-statement.ts'
import { writeOutside as toServer } from './postgres/write-outside.ts'
import { writeOutside as toFile } from './sqlite/write-outside.ts'

export type { OutsideStatement, Writing } from './outside-statement.ts'

/**
 * Writes to a target as a program does that knows nothing of its schema: through a connection of its own, with the
 * engine's defaults; each statement by itself, whatever became of the others.
 * @throws StagegateError when somebody else has the lease; RangeError for a parameter without a value; and what is no
 * refusal, such as a table that is not there.
 */
export async function writeOutside(
  target: OpenTarget,
  statements: readonly OutsideStatement[],
): Promise<readonly Writing[]> {
  await using _lease = target.lease('writer from outside')
  const { address } = target
  return await (address.engine === 'sqlite'
    ? toFile(address.file, statements)
    : toServer(address, statements))
}
