import type { HarvestSources } from '../../harvest.ts'
import type { ListedMember, PlayerSnapshot, UnreadableMember } from '../../sources/clan-source.ts'
import type { ListedMessage } from '../../sources/message-source.ts'

/** What sources answer. An error is thrown where it stands. */
export interface LiteralAnswers {
  readonly members: readonly ListedMember[] | Error
  readonly unreadable?: readonly UnreadableMember[]
  /** By the name that is asked for; who is not in it has none. */
  readonly snapshots?: Readonly<Record<string, readonly PlayerSnapshot[] | Error>>
  /** Pages by channel. */
  readonly channels?: Readonly<Record<string, readonly (readonly ListedMessage[] | Error)[]>>
}

export interface LiteralSources extends HarvestSources {
  /** Every question that the sources were asked, in order. */
  readonly asked: readonly string[]
}

/** Sources that keep their contracts: of a player they answer what lies in the period, of a channel what is newer. */
export function literalSources(answers: LiteralAnswers): LiteralSources {
  const asked: string[] = []
  return {
    asked,
    clan: {
      async clan() {
        asked.push('clan')
        return { members: given(answers.members), unreadable: answers.unreadable ?? [] }
      },
      async snapshotsOf(player, from, to) {
        asked.push(`${player} ${from} ${to}`)
        const snapshots = given(answers.snapshots?.[player] ?? [])
        return snapshots.filter(({ timestamp }) => timestamp >= from && timestamp <= to)
      },
    },
    messages: {
      channels: Object.keys(answers.channels ?? {}),
      async *pagesAfter(channel, message) {
        asked.push(`${channel} after ${message}`)
        for (const page of answers.channels?.[channel] ?? []) {
          const newer = given(page).filter(({ id }) => message === null || BigInt(id) > BigInt(message))
          if (newer.length > 0) yield newer
        }
      },
    },
  }
}

function given<Answer>(answer: Answer | Error): Answer {
  if (answer instanceof Error) throw answer
  return answer
}
