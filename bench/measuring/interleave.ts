import type { Pair, Sample } from '../figures/compare.ts'

export interface Sides {
  /** Each prepares its own start outside the time that it reports. */
  readonly floor: () => Promise<Sample>
  readonly ours: () => Promise<Sample>
}

/** Floor and ours in turns, so that whatever else the machine does meets both. */
export async function interleave(
  { floor, ours }: Sides,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    onStart(`floor, ${repetition} of ${repetitions}`)
    const floorSample = await floor()
    onStart(`ours, ${repetition} of ${repetitions}`)
    pairs.push({ floor: floorSample, ours: await ours() })
  }
  return pairs
}
