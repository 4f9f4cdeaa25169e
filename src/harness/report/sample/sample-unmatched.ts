import type { UnmatchedName, UnmatchedRows } from '../../vocabulary/unmatched.ts'

/** A name with rows that have no link, of which nothing is known, with whatever a test changes in it. */
export function sampleUnmatchedName(changes: Partial<UnmatchedName> = {}): UnmatchedName {
  return {
    name: 'MEE6',
    rows: 12_345,
    firstSeen: '2024-03-01 08:00:00.000000',
    lastSeen: '2025-12-21 23:59:59.000000',
    nearest: { name: 'Mee_ko', distance: 2 },
    known: null,
    member: null,
    ...changes,
  }
}

/** The messages of production, explained, with whatever a test changes in them. */
export function sampleUnmatched(changes: Partial<UnmatchedRows> = {}): UnmatchedRows {
  return {
    link: 'discord_messages.user_id',
    rows: 586_551,
    linked: 309_793,
    exactly: 264_500,
    ignoringCase: 309_793,
    normalised: 311_000,
    withAliases: 311_020,
    skipped: 0,
    names: [
      sampleUnmatchedName(),
      sampleUnmatchedName({
        ...{ name: 'jo hn', rows: 1_207, known: 'normalised', member: 'Jo_hn' },
        nearest: { name: 'Jo_hn', distance: 0 },
      }),
      sampleUnmatchedName({ name: null, rows: 1, firstSeen: null, lastSeen: null, nearest: null }),
    ],
    nameCount: 3,
    ...changes,
  }
}
