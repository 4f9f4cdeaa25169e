import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { FIXTURE_MIGRATION } from '../../../src/fixture/fixture-state.ts'
import { recordPast } from '../../../src/harness/migration/record-past.ts'
import { open } from '../../../src/harness/target/open.ts'
import type { RunDocument } from '../../../src/harness/verdict/decision.ts'
import type { Sample } from '../../figures/compare.ts'
import type { VerdictMeasured } from '../../figures/database-measured.ts'
import { timeByKind } from '../../figures/time-by-kind.ts'
import { type BenchContext, ROOT } from '../bench-context.ts'
import { interleave } from '../interleave.ts'
import { floorMigration, onCopy, warmUp } from '../measure-migrating.ts'
import { readDocument, VERDICT_CODES } from '../read-document.ts'
import { runChild } from '../run-child.ts'
import type { DatabaseContext } from './database-context.ts'

/**
 * The whole plan on the database, from the start of its process to its end, and the hand-written migrations 4 to 6 on
 * copies of the same file. No state is cached: every run copies the database, recognises it, and builds what it needs.
 * @throws StagegateError when a run ends without a verdict, or when the floor does other work than ours.
 */
export async function measureVerdict(
  context: DatabaseContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<VerdictMeasured> {
  const command = [
    'bin/stagegate.mjs',
    'verify',
    '--database',
    relative(ROOT, context.file),
    '--parallel',
    '2',
  ]
  const peakBytes: (number | null)[] = []
  const documents: RunDocument[] = []
  const ours = async (): Promise<Sample> => {
    const { document, ...run } = await verifyOnce(context, command)
    peakBytes.push(run.peakBytes)
    documents.push(document)
    return { milliseconds: run.milliseconds, cpuMilliseconds: null }
  }
  // The hand-written migrations record themselves in TypeORM's table, which the database lacks; the run makes it, too.
  await using adopted = await open({
    workspace: context.workspace,
    dataSource: context.options.source.dataSource,
    source: context.file,
    label: 'adopted',
  })
  await recordPast(adopted, FIXTURE_MIGRATION)
  const start: BenchContext = { ...context, fixture: adopted.location }
  const floor = floorMigration(start)
  onStart('verdict: warming up and comparing the end states')
  await warmUp(start, floor)
  const pairs = await interleave({ floor: () => onCopy(start, floor), ours }, repetitions, (what) =>
    onStart(`verdict: ${what}`),
  )
  return {
    command: `node ${command.join(' ')}`,
    pairs,
    peakBytes,
    verdicts: documents.map(({ verdict }) => verdict),
    sentences: documents.map(({ sentence }) => sentence),
    timeByKind: documents.slice(-1).flatMap(({ run }) => timeByKind(run)),
  }
}

interface VerifiedOnce {
  readonly document: RunDocument
  readonly milliseconds: number
  readonly peakBytes: number | null
}

async function verifyOnce(
  { workspace, options }: DatabaseContext,
  command: readonly string[],
): Promise<VerifiedOnce> {
  await options.store.clear()
  const reports = await mkdtemp(join(tmpdir(), 'stagegate-bench-'))
  try {
    const env = { STAGEGATE_CACHE: workspace.root }
    const { milliseconds, peakBytes } = await runChild([...command, '--reports', reports], env, VERDICT_CODES)
    return { document: await readDocument(reports, command), milliseconds, peakBytes }
  } finally {
    await rm(reports, { recursive: true, force: true })
  }
}
