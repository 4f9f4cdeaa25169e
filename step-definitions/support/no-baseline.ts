import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'

/** The error of a migration whose catalog nobody has accepted. */
export function noBaseline(file: string): StagegateError {
  return new StagegateError({
    what: 'Nobody has accepted a catalog for this migration yet.',
    where: file,
    cause: 'The migration is new.',
    next: 'Run npm run baselines:accept, and read what it wrote before you commit it.',
  })
}
