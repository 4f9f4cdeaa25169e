import { z } from 'zod'
import type { Moment } from '../../../schema/values/moment.ts'
import type { ClanSource, PlayerSnapshot } from './clan-source.ts'
import { checkedOptions, optionParts } from './http/checked-options.ts'
import { readAnswer } from './http/read-answer.ts'
import { sourceFailure } from './http/source-failure.ts'
import { SourceError } from './source-error.ts'
import { listedClan } from './wise-old-man/listed-clan.ts'
import { playerSnapshots } from './wise-old-man/player-snapshots.ts'
import { wiseOldManClient } from './wise-old-man/wise-old-man-client.ts'

export interface WiseOldManOptions {
  readonly groupId: number
  /** With its version: `https://api.wiseoldman.net/v2`, which it is when none is given. */
  readonly baseUrl?: string | undefined
  readonly apiKey?: string | undefined
  /** By whom the API is used: it asks everybody to say so. */
  readonly userAgent?: string | undefined
  /** For one whole request; 15,000 when none is given. */
  readonly timeoutMilliseconds?: number | undefined
  /** In any minute, or Infinity. When none is given it is what the API allows: 20 without a key, 100 with one. */
  readonly requestsPerMinute?: number | undefined
}

/** The most that the API gives in a page. */
const PAGE = 50

const optionsSchema = z.object({
  groupId: z.int().positive(),
  baseUrl: optionParts.baseUrl.optional(),
  apiKey: optionParts.credential.optional(),
  userAgent: optionParts.headerText.default('clan-harvest'),
  timeoutMilliseconds: optionParts.milliseconds.default(15_000),
  requestsPerMinute: optionParts.rate.optional(),
})

/**
 * A group of Wise Old Man (https://docs.wiseoldman.net). Requests that fail are not repeated.
 * @throws TypeError for options that cannot be used
 */
export function wiseOldMan(options: WiseOldManOptions): ClanSource {
  const { groupId, ...given } = checkedOptions('Wise Old Man', optionsSchema, options)
  const requestsPerMinute = given.requestsPerMinute ?? (given.apiKey === undefined ? 20 : 100)
  const client = wiseOldManClient({ ...given, requestsPerMinute })

  async function pageOf(player: string, range: TimeRange, offset: number) {
    const asked = { source: 'Wise Old Man', path: `/players/${player}/snapshots` }
    const text: unknown = await client.players.getPlayerSnapshots(player, range, { limit: PAGE, offset })
    return { asked, page: readAnswer(playerSnapshots, String(text), asked) }
  }

  return {
    async clan() {
      const text: unknown = await client.groups.getGroupDetails(groupId)
      return readAnswer(listedClan, String(text), { source: 'Wise Old Man', path: `/groups/${groupId}` })
    },

    async snapshotsOf(player, from, to) {
      const inPath = escapedName(player)
      const found = new Map<Moment, PlayerSnapshot>()
      for (let offset = 0; ; ) {
        const { asked, page } = await pageOf(inPath, rangeAround(from, to), offset)
        const known = found.size
        for (const snapshot of page) {
          if (!found.has(snapshot.timestamp)) found.set(snapshot.timestamp, snapshot)
        }
        if (page.length < PAGE) break
        if (found.size === known) throw sourceFailure(asked, { answered: 'the same page twice' })
        offset += page.length
      }
      return [...found.values()]
        .filter(({ timestamp }) => timestamp >= from && timestamp <= to)
        .sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1))
    },
  }
}

interface TimeRange {
  readonly startDate: Date
  readonly endDate: Date
}

/**
 * In milliseconds, as the API counts; it wants its end to be after its beginning. What is outside of the microseconds asked
 * for is left out of the answer.
 */
function rangeAround(from: Moment, to: Moment): TimeRange {
  return { startDate: new Date(from), endDate: new Date(Date.parse(to) + 1) }
}

/**
 * A name as one segment of a path; the client pastes it in as it is.
 * @throws SourceError `no name` for what would be another path: a URL has no way to write these as a segment
 */
function escapedName(player: string): string {
  if (player !== '' && player !== '.' && player !== '..' && player.isWellFormed()) {
    return encodeURIComponent(player)
  }
  throw new SourceError({ kind: 'no name', reason: `Nobody can be asked for as ${JSON.stringify(player)}` })
}
