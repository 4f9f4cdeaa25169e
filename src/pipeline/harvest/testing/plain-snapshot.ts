import type { RecordedSnapshot } from './recording.ts'

/** A snapshot with the fewest fields that are read. -1 is unranked. */
export function plainSnapshot(
  createdAt: string,
  { experience = 1000, bosses = {}, ehp = 1.5, ehb = 0.5 }: PlainFigures = {},
): RecordedSnapshot {
  return {
    createdAt,
    data: {
      skills: { overall: { experience } },
      bosses: Object.fromEntries(Object.entries(bosses).map(([name, kills]) => [name, { kills, rank: -1 }])),
      computed: { ehp: { value: ehp }, ehb: { value: ehb } },
    },
  }
}

interface PlainFigures {
  readonly experience?: number
  /** Kills by the boss's name. */
  readonly bosses?: Readonly<Record<string, number>>
  readonly ehp?: number
  readonly ehb?: number
}
