import { QueryFailedError } from 'typeorm'
import { SchemaError } from '../schema-error.ts'

/** The engine's code for an object that others depend on. */
const STILL_NEEDED = '2BP01'

/**
 * Does what drops tables or a part of them.
 * @throws SchemaError with what the engine says depends on them.
 */
export async function dependentsNamed(
  tables: readonly string[],
  drop: () => Promise<unknown>,
): Promise<void> {
  try {
    await drop()
  } catch (error) {
    const { code, detail = '' }: { code?: string; detail?: string } =
      error instanceof QueryFailedError ? error.driverError : {}
    if (code !== STILL_NEEDED) throw error
    throw new SchemaError(
      {
        what: `${tables.join(', ')} cannot be dropped: ${detail.replaceAll('\n', '; ') || 'other objects depend on it'}.`,
        where: tables.length > 1 ? `tables ${tables.join(', ')}` : `table ${tables[0]}`,
        cause: 'A view, a foreign key or a function was made by hand and uses it.',
        next: 'Drop what the message names, then run this step again.',
      },
      { cause: error },
    )
  }
}
