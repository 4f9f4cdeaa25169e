import type { Standing } from '../vocabulary/source-record.ts'

/** What says where a database stands. */
const KNOWN_BY: Readonly<Record<NonNullable<Standing['knownBy']>, string>> = {
  migrations: 'its table of migrations',
  alembic_version: 'alembic_version',
  catalog: 'its catalog',
}

/** Where a database stands in the history of migrations, and how that is known: `at DedupSnapshots by alembic_version`. */
export function standingText({ at, knownBy, doubt }: Standing): string {
  if (at === null || doubt !== null) return 'nobody knows at which migration'
  return `at ${at}${knownBy === null ? '' : ` by ${KNOWN_BY[knownBy]}`}`
}
