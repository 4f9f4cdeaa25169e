import type { ListedMember, PlayerSnapshot } from '../../sources/clan-source.ts'
import type { ListedMessage } from '../../sources/message-source.ts'

/** Answers as tests write them: what matters, and something for the rest. */
export const literal = { member, snapshot, message } as const

function member(username: string, rest: Partial<ListedMember> = {}): ListedMember {
  return { username, role: 'member', joinedAt: null, lastUpdated: null, ...rest }
}

/** @param timestamp such as `2025-12-05 10:00` */
function snapshot(timestamp: string, rest: Partial<PlayerSnapshot> = {}): PlayerSnapshot {
  return {
    timestamp: `${timestamp.replace(' ', 'T')}:00.000000Z`,
    totalXp: 1000,
    totalBossKills: 12,
    ehp: 1.25,
    ehb: null,
    bosses: [
      { name: 'vorkath', kills: 12, rank: 900 },
      { name: 'zulrah', kills: null, rank: null },
      { name: 'cerberus', kills: 0, rank: null },
    ],
    rawData: `{"at":"${timestamp}"}`,
    ...rest,
  }
}

function message(id: string, authorName: string, rest: Partial<ListedMessage> = {}): ListedMessage {
  return {
    id,
    authorId: '300000000000000001',
    authorName,
    content: `${authorName} says ${id}`,
    channelId: '1',
    channelName: 'general',
    guildId: '431198200547344401',
    guildName: null,
    createdAt: '2025-12-10T10:00:00.000000Z',
    ...rest,
  }
}
