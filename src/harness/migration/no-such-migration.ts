import { nearestName } from '../vocabulary/nearest-name.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'

/** The error of a name that no migration has, with the one that was probably meant. */
export function noSuchMigration(
  name: string,
  migrations: readonly { readonly name: string }[],
): StagegateError {
  const names = migrations.map((migration) => migration.name)
  const nearest = nearestName(name, names)
  const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`
  return new StagegateError({
    what: `There is no migration "${name}".${meant}`,
    cause: 'A misspelt name, or a migration that has not been written yet.',
    next: `Take one of: ${names.join(', ')}.`,
  })
}
