import { SchemaError } from '../schema-error.ts'

/** What a step on the way down says of an object that it is to drop. */
export function missingObject(
  kind: 'Index' | 'Trigger',
  { name, table }: { readonly name: string; readonly table: string },
): SchemaError {
  return new SchemaError({
    what: `${kind} ${name} is not there to be dropped.`,
    where: `table ${table}`,
    cause:
      kind === 'Index'
        ? 'Somebody dropped it by hand.'
        : 'Somebody dropped it by hand, or dropped the table and made that again.',
    next: 'Create it again as the migration does, then revert.',
  })
}
