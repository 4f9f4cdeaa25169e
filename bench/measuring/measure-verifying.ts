import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { RunRecord } from '../../src/harness/verdict/run-record.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'
import type { Pair, Sample } from '../figures/compare.ts'
import { type BenchContext, ROOT } from './bench-context.ts'
import { interleave } from './interleave.ts'
import { floorMigration, onCopy } from './measure-migrating.ts'
import { runChild } from './run-child.ts'

export interface VerifyMeasured {
  readonly pairs: readonly Pair[]
  /** Of every run, of its whole tree of processes, in bytes; null where the system does not tell. */
  readonly peaks: readonly (number | null)[]
  /** What the last run recorded of itself. */
  readonly run: RunRecord
  /** The command, without its folder for reports. */
  readonly command: string
}

/**
 * The whole of `npm run staging`, from the start of its process to its end, and the hand-written migration on the same
 * fixture. Of all states only the fixture is cached, as after `stagegate fixture build`: every run starts from there.
 * @throws StagegateError when the run does not end with GO.
 */
export async function measureVerifying(
  context: BenchContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<VerifyMeasured> {
  const command = await stagingCommand(context.options.profile.name)
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

/** What `npm run staging` runs, as arguments of Node and on another profile: what is measured is what people start. */
async function stagingCommand(profile: string): Promise<readonly string[]> {
  const where = join(ROOT, 'package.json')
  const { scripts } = JSON.parse(await readFile(where, 'utf8'))
  const [node, ...args] = String(scripts?.staging ?? '').split(/\s+/)
  const at = args.indexOf('--profile') + 1
  if (node === 'node' && at > 0) return args.with(at, profile)
  throw new StagegateError({
    what: 'The script "staging" cannot be measured.',
    where,
    cause: 'It is missing, is not one call of node, or names no profile.',
    next: 'Write it as "node bin/stagegate.mjs verify --profile production".',
  })
}

/** Empties the cache, except for the fixture. Beside a state lies what is known of it, under the same name. */
async function keepOnlyFixture({ workspace, fixture }: BenchContext): Promise<void> {
  const name = basename(fixture, '.db')
  for (const file of await readdir(workspace.states)) {
    if (!file.startsWith(name)) await rm(join(workspace.states, file), { recursive: true, force: true })
  }
}
