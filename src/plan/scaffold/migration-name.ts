import { StagegateError } from '../../harness/vocabulary/stagegate-error.ts'
import type { MigrationProject } from './migration-project.ts'

/** Longer ones make file names that no system takes. */
const LONGEST = 80

/**
 * Checks that a migration can be called so.
 * @throws StagegateError when it is no name of a class, or one that is taken.
 */
export function checkMigrationName(name: string, { migrations }: Pick<MigrationProject, 'migrations'>): void {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name) || !/[a-z]/.test(name) || name.length > LONGEST) {
    throw new StagegateError({
      what: `"${name}" is no name for a migration.`,
      where: 'stagegate new migration <Name>',
      cause: `It becomes the name of a class: capitals at the beginning of words, letters and digits only, ${LONGEST} at the most.`,
      next: 'Say what it does, like: stagegate new migration AddMissingIndexes',
    })
  }
  const same = migrations.find((each) => each.name.toLowerCase() === name.toLowerCase())
  if (same === undefined) return
  throw new StagegateError({
    what: `There is a migration called ${same.name} already.`,
    where: `src/schema/migrations/${same.timestamp}-${same.name}.ts`,
    next: 'Take another name, or change the one that is there.',
  })
}

/** `AddMissingIndexes` as `add-missing-indexes`. */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
}
