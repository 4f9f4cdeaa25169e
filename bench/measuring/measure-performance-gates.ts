import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Verdict } from '../../src/harness/verdict/verdict.ts'
import { type BenchContext, ROOT } from './bench-context.ts'
import { keepOnlyFixture } from './keep-only-fixture.ts'
import { readDocument, VERDICT_CODES } from './read-document.ts'
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
      const { verdict } = await readDocument(reports, command)
      milliseconds.push(run.milliseconds)
      peakBytes.push(run.peakBytes)
      verdicts.push(verdict)
    } finally {
      await rm(reports, { recursive: true, force: true })
    }
  }
  return { command: `node ${command.join(' ')}`, milliseconds, peakBytes, verdicts }
}

async function exists(location: string): Promise<boolean> {
  return access(location).then(
    () => true,
    () => false,
  )
}
