import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunRecord } from '../../src/harness/verdict/run-record.ts'
import type { Pair, Sample } from '../figures/compare.ts'
import type { BenchContext } from './bench-context.ts'
import { interleave } from './interleave.ts'
import { keepOnlyFixture } from './keep-only-fixture.ts'
import { floorMigration, onCopy } from './measure-migrating.ts'
import { runChild } from './run-child.ts'
import { stagingCommand } from './staging-command.ts'

export interface VerifyMeasured {
  readonly pairs: readonly Pair[]
  /** Of every run, of its whole tree of processes, in bytes; null where the system does not tell. */
  readonly peaks: readonly (number | null)[]
  /** What the last run recorded of itself. */
  readonly run: RunRecord
  /** The command, without its folder for reports. */
  readonly command: string
}

/** What is compared with the migration: performance gates repeat slow legacy queries, and are measured by themselves. */
const REHEARSAL = ['features/migrations', 'features/schema', 'features/data', 'features/rollback']

/**
 * The rehearsal, as `npm run staging` runs it, from the start of its process to its end, and the hand-written migration
 * on the same fixture. Of all states only the fixture is cached, as after `stagegate fixture build`: every run starts
 * from there.
 * @throws StagegateError when the run does not end with GO.
 */
export async function measureVerifying(
  context: BenchContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<VerifyMeasured> {
  const command = [...(await stagingCommand(context.options.profile.name)), ...REHEARSAL]
  const floor = floorMigration(context)
  const reports = await mkdtemp(join(tmpdir(), 'stagegate-bench-'))
  const peaks: (number | null)[] = []
  const ours = async (): Promise<Sample> => {
    await keepOnlyFixture(context)
    const { milliseconds, peakBytes } = await runChild([...command, '--reports', reports], {
      STAGEGATE_CACHE: context.workspace.root,
    })
    peaks.push(peakBytes)
    return { milliseconds, cpuMilliseconds: null }
  }
  try {
    // The run is a fresh process every time; what can be warm is what the system has read of the fixture.
    onStart('warming up')
    await onCopy(context, floor)
    const pairs = await interleave({ floor: () => onCopy(context, floor), ours }, repetitions, onStart)
    const { run } = JSON.parse(await readFile(join(reports, 'run.json'), 'utf8'))
    return { pairs, peaks, run, command: `node ${command.join(' ')}` }
  } finally {
    await rm(reports, { recursive: true, force: true })
  }
}
