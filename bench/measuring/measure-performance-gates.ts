import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunDocument, Verdict } from '../../src/harness/verdict/decision.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'
import { type BenchContext, ROOT } from './bench-context.ts'
import { keepOnlyFixture } from './keep-only-fixture.ts'
import { runChild } from './run-child.ts'
import { stagingCommand } from './staging-command.ts'

export interface PerformanceGatesMeasured {
  /** The command, without its folder for reports. */
  readonly command: string
  /** Of every run. */
  readonly milliseconds: readonly number[]
  /** Of every run, of its whole tree of processes, in bytes; null where the system does not tell. */
  readonly peakBytes: readonly (number | null)[]
  /** Of every run: what takes times can be UNPROVEN on a busy machine, and that has to be seen. */
  readonly verdicts: readonly Verdict[]
}

const FEATURES = 'features/performance'
/** GO, NO-GO and UNPROVEN; the last is also the code of a run that could not be made, which leaves no `run.json`. */
const VERDICT_CODES = [0, 1, 2]

/**
 * The performance gates by themselves, from the start of their process to its end, the states that they need included.
 * Null where the plan has none.
 * @throws StagegateError when a run ends without a verdict.
 */
export async function measurePerformanceGates(
  context: BenchContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<PerformanceGatesMeasured | null> {
  if (!(await exists(join(ROOT, FEATURES)))) return null
  const command = [...(await stagingCommand(context.options.profile.name)), FEATURES]
  const milliseconds: number[] = []
  const peakBytes: (number | null)[] = []
  const verdicts: Verdict[] = []
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    onStart(`${FEATURES}, ${repetition} of ${repetitions}`)
    await keepOnlyFixture(context)
    const reports = await mkdtemp(join(tmpdir(), 'stagegate-bench-'))
    try {
      const env = { STAGEGATE_CACHE: context.workspace.root }
      const run = await runChild([...command, '--reports', reports], env, VERDICT_CODES)
      const { verdict } = await readDocument(reports)
      milliseconds.push(run.milliseconds)
      peakBytes.push(run.peakBytes)
      verdicts.push(verdict)
    } finally {
      await rm(reports, { recursive: true, force: true })
    }
  }
  return { command: `node ${command.join(' ')}`, milliseconds, peakBytes, verdicts }
}

async function readDocument(reports: string): Promise<RunDocument> {
  const text = await readFile(join(reports, 'run.json'), 'utf8').catch((cause: unknown) => {
    throw new StagegateError(
      {
        what: 'The performance gates ended without a verdict.',
        where: FEATURES,
        cause: 'The run could not be made at all.',
        next: 'Run them by themselves: stagegate verify features/performance.',
      },
      { cause },
    )
  })
  return JSON.parse(text)
}

async function exists(location: string): Promise<boolean> {
  return access(location).then(
    () => true,
    () => false,
  )
}
