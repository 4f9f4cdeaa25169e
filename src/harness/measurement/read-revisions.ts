import { nearestName } from '../vocabulary/nearest-name.ts'
import type { KnownHistory } from './known-history.ts'
import type { Claim } from './read-record.ts'

/** What Alembic's record says. Null: its table is not there. */
export function readRevisions(
  found: readonly string[] | null,
  { history, revisions }: Pick<KnownHistory, 'history' | 'revisions'>,
): Claim {
  if (found === null) return { at: null, fact: 'there is no table alembic_version', doubt: null }
  const [revision, ...others] = found
  if (revision === undefined) return { at: null, fact: 'alembic_version is empty', doubt: null }
  if (others.length > 0) {
    const fact = `alembic_version says ${found.join(' and ')}`
    return {
      at: null,
      fact,
      doubt: `alembic_version says ${found.length} revisions, and there is one at a time`,
    }
  }
  const name = Object.hasOwn(revisions, revision) ? revisions[revision] : undefined
  const fact = `alembic_version says ${revision}${name === undefined ? '' : `, which is ${name}`}`
  if (name === undefined) {
    const nearest = nearestName(revision, Object.keys(revisions))
    const hint = nearest === undefined ? '' : `; the nearest one is ${nearest}`
    return { at: null, fact, doubt: `alembic_version says ${revision}, which is no known revision${hint}` }
  }
  if (!history.some((migration) => migration.name === name)) {
    return {
      at: null,
      fact,
      doubt: `alembic_version says ${revision}, and the source code has no migration ${name}`,
    }
  }
  return { at: name, fact, doubt: null }
}
