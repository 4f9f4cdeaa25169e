import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from '../../src/harness/target/inspect.ts'
import type { Pair, Sample } from '../figures/compare.ts'
import { type BenchContext, openBenchWorkspace } from './bench-context.ts'
import { interleave } from './interleave.ts'
import { runChild } from './run-child.ts'
import { sameEndState } from './same-end-state.ts'

type Side = 'floor' | 'ours'
type Built = Sample & { readonly location: string }

/**
 * The fixture, built from nothing: its rows, ready in memory, by the fastest inserts; and as the cache builds it, making
 * the rows included. Both are on the disk at the end.
 * @throws StagegateError when the two end in different states.
 */
export async function measureBuilding(
  context: BenchContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<readonly Pair[]> {
  const build = (side: Side) => buildOnce(context, side)
  try {
    onStart('warming up and comparing the end states')
    const [floor, ours] = [await build('floor'), await build('ours')]
    const { dataSource } = context.options.source
    const [byHand, byCache] = [inspect(floor.location, dataSource), inspect(ours.location, dataSource)]
    await sameEndState(byHand, byCache, 'bench/floor/')
    return await interleave({ floor: () => build('floor'), ours: () => build('ours') }, repetitions, onStart)
  } finally {
    for (const side of ['floor', 'ours'] as const) await empty(side)
  }
}

async function buildOnce({ options, fixture }: BenchContext, side: Side): Promise<Built> {
  await empty(side)
  const script = join(import.meta.dirname, 'build-once.ts')
  const { output } = await runChild(['--import', 'tsx', script, side, options.profile.name, fixture])
  return JSON.parse(output)
}

async function empty(side: Side): Promise<void> {
  const { root } = await openBenchWorkspace(`bench-${side}`)
  await rm(root, { recursive: true, force: true })
}
