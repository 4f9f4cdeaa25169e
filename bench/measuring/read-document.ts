import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunDocument } from '../../src/harness/verdict/decision.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'

/** GO, NO-GO and UNPROVEN; the last is also the code of a run that could not be made, which leaves no `run.json`. */
export const VERDICT_CODES = [0, 1, 2]

/**
 * What a run has left in its folder for reports.
 * @param command the arguments of Node that it was started with
 * @throws StagegateError when it ended without a verdict.
 */
export async function readDocument(reports: string, command: readonly string[]): Promise<RunDocument> {
  const text = await readFile(join(reports, 'run.json'), 'utf8').catch((cause: unknown) => {
    throw new StagegateError(
      {
        what: 'A run that is to be measured ended without a verdict.',
        where: `node ${command.join(' ')}`,
        cause: 'The run could not be made at all.',
        next: 'Run it by itself, and measure it when it comes to a verdict.',
      },
      { cause },
    )
  })
  return JSON.parse(text)
}
