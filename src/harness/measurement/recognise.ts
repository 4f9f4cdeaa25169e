import type { SourceFinding, Standing } from '../vocabulary/source-record.ts'
import { behindRecord } from './behind-record.ts'
import type { KnownHistory, ObservedSource } from './known-history.ts'
import { nearestBaseline } from './likeness.ts'
import { readRecord } from './read-record.ts'
import { readRevisions } from './read-revisions.ts'
import { sourceFindings } from './source-findings.ts'

/**
 * Where a real database stands: by TypeORM's record where it has rows, else by Alembic's revision, else by the likeness of
 * its schema to what each migration leaves behind. What contradicts itself is a doubt, and never guessed away.
 */
export function recognise(observed: ObservedSource, known: KnownHistory): Standing {
  const record = readRecord(observed.recorded, known)
  const revision = readRevisions(observed.revisions, known)
  if (observed.catalog.tables.length === 0) {
    const facts = [record.fact, revision.fact, 'there are no tables']
    return doubtful(facts, 'it has no tables, so that there is nothing to tell where it stands')
  }
  const nearest = nearestBaseline(observed.catalog, known)
  const facts = [record.fact, revision.fact, nearest.fact]
  const doubt =
    strangerDoubt(observed.strangers) ??
    record.doubt ??
    revision.doubt ??
    contradiction(record.at, revision.at, known)
  if (doubt !== null) return doubtful(facts, doubt)
  const at = record.at ?? revision.at
  if (at === null) {
    if (nearest.at === null) return doubtful(facts, nearest.doubt ?? 'it is like no migration')
    return standing(observed, known, { at: nearest.at, knownBy: 'catalog', facts })
  }
  if (!known.baselines.has(at)) return doubtful(facts, `there is no baseline of ${at} to compare it with`)
  const behind = behindRecord(observed.catalog, at, known)
  if (behind !== null) {
    return doubtful(facts, `${at} is recorded as done, and the tables and columns are those of ${behind}`)
  }
  const knownBy = record.at === null ? 'alembic_version' : 'migrations'
  return standing(observed, known, { at, knownBy, facts })
}

interface Certain {
  readonly at: string
  readonly knownBy: Standing['knownBy']
  readonly facts: readonly string[]
}

function standing(observed: ObservedSource, known: KnownHistory, { at, ...certain }: Certain): Standing {
  const findings: readonly SourceFinding[] = sourceFindings(observed, at, known)
  return { at, ...certain, findings, doubt: null }
}

function doubtful(facts: readonly string[], doubt: string): Standing {
  return { at: null, knownBy: null, facts, findings: [], doubt }
}

function strangerDoubt(strangers: readonly string[] = []): string | null {
  const [first] = strangers
  return first === undefined
    ? null
    : `its table ${first} is another one than the tool of that name would make`
}

/**
 * Alembic's record stays as it was when a database is adopted, and TypeORM's goes on from there: behind is no contradiction.
 */
function contradiction(
  record: string | null,
  revision: string | null,
  { history }: KnownHistory,
): string | null {
  if (record === null || revision === null) return null
  const place = (wanted: string) => history.findIndex(({ name }) => name === wanted)
  return place(revision) <= place(record)
    ? null
    : `TypeORM's record ends at ${record}, and alembic_version is past it, at ${revision}`
}
