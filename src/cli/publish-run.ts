import { compareRuns } from '../harness/verdict/compare-runs.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import type { RunSummary } from '../harness/verdict/run-summary.ts'
import { summariseRun } from '../harness/verdict/summarise-run.ts'
import { toRunDocument } from '../harness/verdict/to-run-document.ts'
import { ALL_REPORTS, isReport, ownReports } from './own-reports.ts'
import type { ReportFolder } from './report-folder.ts'
import { historyEntry, readHistory } from './run-history.ts'

/** How a run is published. */
export interface Publishing {
  readonly folder: ReportFolder
  /** The run that it is to be compared with, instead of the newest of the history. */
  readonly previous: RunSummary | undefined
  /** Cucumber's pages of the runs that it was merged of, by their names in the draft; none where it was not. */
  readonly pages?: readonly string[]
  /** A part of a run has no history: the whole has. */
  readonly isPart: boolean
  /** Told what does not concern the verdict, a line each. */
  readonly warn: (line: string) => void
}

/** A run that is published. */
export interface PublishedRun {
  readonly document: RunDocument
  /** The names of its reports. */
  readonly written: readonly string[]
}

/** Compares a run with those before, writes its reports, and, where it is of the whole plan, a summary for those to come. */
export async function publishRun(record: RunRecord, publishing: Publishing): Promise<PublishedRun> {
  const { folder, previous, pages = [], isPart, warn } = publishing
  const decided = toRunDocument(record)
  const owned = [...new Set([...ALL_REPORTS, ...pages, ...(await folder.names()).filter(isReport)])]
  if (isPart || !decided.complete) {
    if (previous !== undefined) warn('Not compared with the run before: this one was narrowed.')
    // Whoever asked for a part reads what it printed, and takes Cucumber's page.
    const texts = isPart ? {} : await ownReports(decided)
    return { document: decided, written: await folder.publish(texts, owned) }
  }
  const history = await readHistory(folder.path, warn)
  const summary = summariseRun(decided)
  const since = compareRuns(summary, { history: history.summaries, previous })
  if (previous !== undefined && since === null)
    warn('Not compared with the run before: it is about another fixture or database, or other engines.')
  const document = { ...decided, since }
  const entry = historyEntry(summary, history)
  const written = await folder.publish({ ...(await ownReports(document)), ...entry.texts }, [
    ...owned,
    ...entry.owned,
  ])
  return { document, written: written.filter((name) => !entry.owned.includes(name)) }
}
