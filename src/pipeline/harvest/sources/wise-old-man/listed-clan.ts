import { z } from 'zod'
import { type UsernameFault, validateUsername } from '../../../usernames.ts'
import type { ListedClan, ListedMember, UnreadableMember } from '../clan-source.ts'
import { momentText } from '../moment-text.ts'
import type { SourceFault } from '../source-error.ts'

/** Longer names are cut where they are shown. */
const LONGEST_SHOWN = 60

const WHY: Readonly<Record<UsernameFault, string>> = {
  empty: 'is empty',
  'not text': 'is no text',
  'too long': 'is too long',
  'invalid characters': 'has characters that no name has',
  'no letter or digit': 'has no letter or digit',
}

const namedSchema = z.object({ player: z.object({ displayName: z.unknown() }) })

const memberSchema = z
  .object({
    role: z.string().nullable(),
    createdAt: momentText.nullable(),
    player: z.object({ displayName: z.string(), updatedAt: momentText.nullable() }),
  })
  .transform(
    ({ role, createdAt, player }): ListedMember => ({
      username: player.displayName,
      role,
      joinedAt: createdAt,
      lastUpdated: player.updatedAt,
    }),
  )

/** The details of a group, as the API documents them. What is wrong with a single member is that member's fault. */
export const listedClan = z
  .object({ memberships: z.array(z.unknown()) })
  .transform(({ memberships }): ListedClan => {
    const members: ListedMember[] = []
    const unreadable: UnreadableMember[] = []
    for (const [index, membership] of memberships.entries()) {
      const { data, error } = memberSchema.safeParse(membership)
      const fault = nameFault(membership) ?? (error && shapeFault(error))
      if (fault !== undefined) unreadable.push({ entry: entryText(index, membership), ...fault })
      else if (data !== undefined) members.push(data)
    }
    return { members, unreadable }
  })

function nameFault(membership: unknown): SourceFault | undefined {
  const { data } = namedSchema.safeParse(membership)
  const fault = data && validateUsername(data.player.displayName)
  return fault ? { kind: 'no name', reason: `The name ${WHY[fault]}` } : undefined
}

function shapeFault({ issues: [issue] }: z.ZodError): SourceFault {
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  return {
    kind: 'unreadable',
    reason: `The entry has another shape than Wise Old Man documents${where}: ${issue?.message ?? ''}`,
  }
}

function entryText(index: number, membership: unknown): string {
  const name = namedSchema.safeParse(membership).data?.player.displayName
  const shown = name === undefined ? '' : `: ${shortened(JSON.stringify(name))}`
  return `entry ${index + 1}${shown}`
}

function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : text
}
