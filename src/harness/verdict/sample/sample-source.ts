import type { SourceRecord } from '../../vocabulary/source-record.ts'

/** A real database at DedupSnapshots with two findings, for tests, with whatever a test changes in it. */
export function sampleSource(changes: Partial<SourceRecord> = {}): SourceRecord {
  return {
    engine: 'sqlite',
    location: 'clan_data_staging.db',
    bytes: 1_124_000_000,
    rows: 1_110_510,
    copiedAt: '2026-11-22T13:40:08.000Z',
    at: 'DedupSnapshots',
    knownBy: 'alembic_version',
    facts: ['alembic_version says dedup_snaps_002', 'it has no table of migrations'],
    findings: [
      {
        object: 'index idx_discord_author_lower',
        kind: 'extra',
        what: 'on discord_messages (lower(author_name))',
      },
      { object: 'column clan_members.role', kind: 'different', what: 'is VARCHAR(255); expected VARCHAR' },
    ],
    doubt: null,
    ...changes,
  }
}
