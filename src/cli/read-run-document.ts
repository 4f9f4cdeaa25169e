import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseRunDocument } from '../harness/report/parse-run-document.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'

/** The run of an earlier run's reports. */
const RUN_JSON = 'run.json'

/**
 * Reads a saved run: the file itself, or the folder of its reports.
 * @throws StagegateError when it is not there, or cannot be believed
 */
export async function readRunDocument(named: string, cwd: string): Promise<RunDocument> {
  return parseRunDocument(await readSaved(named, cwd), named)
}

/** The file that is meant by its own name, or by that of the folder it lies in: an absolute path. */
export async function savedFile(named: string, cwd: string): Promise<string> {
  const path = resolve(cwd, named)
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return isFolder ? join(path, RUN_JSON) : path
}

/** The text of a saved run. @throws StagegateError */
export async function readSaved(named: string, cwd: string): Promise<string> {
  try {
    return await readFile(await savedFile(named, cwd), 'utf8')
  } catch (error) {
    throw new StagegateError(
      {
        what: 'The saved run cannot be read.',
        where: named,
        cause: error instanceof Error ? error.message : String(error),
        next: 'Name the run.json of an earlier run: stagegate report reports/run.json',
      },
      { cause: error },
    )
  }
}
