import { SchemaError } from '../schema-error.ts'

/** The error for an object that is there already, but is another one. */
export function differentDefinition(object: string, found: readonly string[]): SchemaError {
  return new SchemaError({
    what: `${object} is not what this migration takes it for: ${found.join('; ')}.`,
    where: object,
    cause: 'Somebody made or changed it by hand.',
    next: 'Compare it with the migration. Drop it, rename it or bring it into line, then run the migrations again.',
  })
}
