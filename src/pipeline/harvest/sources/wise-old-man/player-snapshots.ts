import { z } from 'zod'
import type { PlayerSnapshot } from '../clan-source.ts'
import { momentText } from '../moment-text.ts'

/** A count, or null for -1, by which the API says that the player is not ranked there. */
const count = z.union([z.int().nonnegative(), z.literal(-1).transform(() => null)])
/** Likewise, of hours. */
const hours = z.union([z.number().nonnegative(), z.literal(-1).transform(() => null)])

const snapshotSchema = z.object({
  createdAt: momentText,
  data: z.object({
    skills: z.object({ overall: z.object({ experience: count }) }),
    bosses: z.record(z.string(), z.object({ kills: count, rank: count })),
    computed: z.object({ ehp: z.object({ value: hours }), ehb: z.object({ value: hours }) }),
  }),
})

/** A page of snapshots, as the API documents them, in its order. What was answered is kept beside what is read of it. */
export const playerSnapshots = z.array(
  z
    .unknown()
    .transform((answered) => ({ answered, snapshot: answered }))
    .pipe(z.object({ answered: z.unknown(), snapshot: snapshotSchema }))
    .transform(({ answered, snapshot: { createdAt, data } }): PlayerSnapshot => {
      const bosses = Object.entries(data.bosses).map(([name, { kills, rank }]) => ({ name, kills, rank }))
      return {
        timestamp: createdAt,
        totalXp: data.skills.overall.experience,
        totalBossKills: bosses.reduce((sum, { kills }) => sum + (kills ?? 0), 0),
        ehp: data.computed.ehp.value,
        ehb: data.computed.ehb.value,
        bosses,
        rawData: JSON.stringify(answered),
      }
    }),
)
