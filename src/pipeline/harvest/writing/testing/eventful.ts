import { SourceError } from '../../sources/source-error.ts'
import { literal } from './literal.ts'
import { type LiteralSources, literalSources } from './literal-sources.ts'

const NOW = '2025-12-05T12:00:00.000000Z'

const LATE = new SourceError({ kind: 'timed out', reason: 'no answer in 10 s' })

const SNAPSHOTS = [literal.snapshot('2025-12-04 10:00'), literal.snapshot('2025-12-05 10:00')]

/** One of everything that can happen in a harvest of `CLAN_ROWS`; `Bob` leaves. */
export const EVENTFUL: { readonly now: typeof NOW; readonly sources: () => LiteralSources } = {
  now: NOW,
  sources: () =>
    literalSources({
      members: [
        literal.member('élan'),
        literal.member('bob', { role: 'general' }),
        literal.member('Jo hn'),
        literal.member('Gone', { joinedAt: '2025-11-01T00:00:00.000000Z' }),
        literal.member('Élan'),
        literal.member('STRASSE', { role: null }),
        literal.member('MEE6'),
      ],
      snapshots: { élan: SNAPSHOTS, bob: SNAPSHOTS, 'Jo hn': LATE, Gone: SNAPSHOTS, MEE6: SNAPSHOTS },
      channels: {
        1: [
          [literal.message('11', 'strasse'), literal.message('12', 'BOB')],
          [literal.message('13', 'éLAN'), literal.message('14', 'Straße')],
        ],
        2: [[literal.message('21', 'gone', { channelId: '2' })], LATE],
        3: [[literal.message('31', 'MEE6', { channelId: '3' })]],
      },
    }),
}
