import type { HarvestFailure, Leavers } from './harvest-result.ts'
import { leaving } from './leaving.ts'
import { matchMembers } from './match-members.ts'
import { orFault } from './or-fault.ts'
import type { ClanSource, ListedMember, UnreadableMember } from './sources/clan-source.ts'
import { SourceError } from './sources/source-error.ts'
import type { StoredMember } from './writing/stored-members.ts'

/** Who is harvested, and who leaves. */
export interface Roll {
  readonly players: readonly Player[]
  /** Entries of the list that name somebody; null when there was no list. */
  readonly listed: number | null
  readonly leavers: Leavers
  readonly failures: readonly HarvestFailure[]
}

export interface Player {
  /** Under which the player is stored, or will be. */
  readonly username: string
  /** Null when there was no list. */
  readonly listed: ListedMember | null
  readonly stored: StoredMember | null
}

/** Asks for the clan's list, and says of everyone in it and of everyone stored what is to be done. */
export async function callTheRoll(clan: ClanSource, stored: readonly StoredMember[]): Promise<Roll> {
  const list = await orFault(() => clan.clan())
  if (list instanceof SourceError) return withoutList(list, stored)
  const { members, absent, listed, certain, failures } = matchMembers(list.members, stored)
  const decision = leaving({
    absent: absent.length,
    listed,
    certain: certain && list.unreadable.length === 0,
  })
  return {
    players: members.map((member) => ({
      username: (member.stored ?? member.listed).username,
      ...member,
    })),
    listed,
    leavers: { names: absent.map(({ username }) => username), decision },
    failures: [...list.unreadable.map(ofEntry), ...failures],
  }
}

function withoutList({ kind, reason }: SourceError, stored: readonly StoredMember[]): Roll {
  return {
    players: stored.map((member) => ({ username: member.username, listed: null, stored: member })),
    listed: null,
    leavers: { names: [], decision: 'unknown' },
    failures: [{ source: 'clan', of: 'members', kind, reason }],
  }
}

function ofEntry({ entry, kind, reason }: UnreadableMember): HarvestFailure {
  return { source: 'clan', of: entry, kind, reason }
}
