import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRunDocument } from '../harness/report/parse-run-document.ts'
import { parseRunSummary } from '../harness/report/parse-run-summary.ts'
import { renderSummary } from '../harness/report/render-summary.ts'
import type { RunSummary } from '../harness/verdict/run-summary.ts'
import { summariseRun } from '../harness/verdict/summarise-run.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { readSaved } from './read-run-document.ts'

/** The folder of the history, in that of the reports. */
const HISTORY = 'history'
/** How many runs it keeps. */
const KEPT = 50
const OURS = /^\d{4}-\d{2}-\d{2}T[\d.-]+Z\.json$/

/** The runs before, as the folder of reports has them. */
export interface RunHistory {
  /** Those that can be read. */
  readonly summaries: readonly RunSummary[]
  /** Their files and others of ours, relative to the reports, the oldest first. */
  readonly files: readonly string[]
}

/**
 * Reads the history of a folder of reports.
 * @param warn told of each file that cannot be read: no verdict depends on it
 */
export async function readHistory(reports: string, warn: (line: string) => void): Promise<RunHistory> {
  const folder = join(reports, HISTORY)
  const names = existsSync(folder) ? await readdir(folder).catch(() => []) : []
  const files = names.filter((name) => OURS.test(name)).sort()
  const summaries: RunSummary[] = []
  for (const name of files) {
    try {
      summaries.push(parseRunSummary(await readFile(join(folder, name), 'utf8'), `${HISTORY}/${name}`))
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
      warn(`Left out of the history: ${HISTORY}/${name}. ${why}`)
    }
  }
  return { summaries, files: files.map((name) => `${HISTORY}/${name}`) }
}

/** What has to be written so that a history has one more run, and what is its own. */
export interface HistoryEntry {
  readonly texts: Readonly<Record<string, string>>
  /** The file of the run, and the oldest ones, which go. */
  readonly owned: readonly string[]
}

/** Adds a run to a history, of which the newest fifty are kept. */
export function historyEntry(summary: RunSummary, { files }: Pick<RunHistory, 'files'>): HistoryEntry {
  const file = `${HISTORY}/${summary.startedAt.replaceAll(':', '-')}.json`
  const others = files.filter((other) => other !== file)
  return {
    texts: { [file]: renderSummary(summary) },
    owned: [...others.slice(0, Math.max(0, others.length - (KEPT - 1))), file],
  }
}

/**
 * Reads the run that a new one is to be compared with: a `run.json`, the folder that it is in, or a file of a history.
 * @throws StagegateError when it cannot be read, or is a narrowed run, which compares with none of the whole plan
 */
export async function readPrevious(named: string, cwd: string): Promise<RunSummary> {
  const text = await readSaved(named, cwd)
  if (!isDocument(text)) return parseRunSummary(text, named)
  const document = parseRunDocument(text, named)
  if (document.complete) return summariseRun(document)
  throw new StagegateError({
    what: 'The run before was narrowed: nothing can be compared with it.',
    where: `--previous ${named}`,
    next: 'Name a run of the whole plan.',
  })
}

function isDocument(text: string): boolean {
  try {
    return 'run' in (JSON.parse(text) as object)
  } catch {
    return false
  }
}
