import { resolve } from 'node:path'
import { mergeRuns } from '../harness/verdict/merge-runs.ts'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { shellWords } from '../plan/shell-words.ts'
import { unusedInRun } from '../plan/unused-in-run.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { exitCode } from './exit-code.ts'
import { loadConfigured } from './load-config.ts'
import { mergePages, type SavedRun } from './merge-pages.ts'
import { printRun } from './print-run.ts'
import { publishRun } from './publish-run.ts'
import { readRunDocument, savedFile } from './read-run-document.ts'
import { openReportFolder } from './report-folder.ts'
import { readPrevious } from './run-history.ts'
import { type AnnotationOptions, writeAnnotations } from './write-annotations.ts'

/** The options of `stagegate merge`, as they were given. */
export interface MergeOptions {
  readonly reports: string
  readonly previous?: string
  readonly strict?: true
  readonly json?: true
  readonly annotations?: AnnotationOptions['annotations']
  readonly color: boolean
}

/** Makes one run of several saved ones, writes its reports, prints the verdict. @returns the exit code. */
export async function merge(
  named: readonly string[],
  options: MergeOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { cwd, stdout, stderr } = environment
  const runs: SavedRun[] = []
  for (const name of named)
    runs.push({ run: (await readRunDocument(name, cwd)).run, file: await savedFile(name, cwd) })
  const previous = options.previous === undefined ? undefined : await readPrevious(options.previous, cwd)
  const record = await mergedRecord(named, runs, options, cwd)
  await using folder = await openReportFolder(resolve(cwd, options.reports), cwd)
  const pages = await mergePages(runs, folder.draft)
  const warn = (line: string) => stderr.write(`${line}\n`)
  const { document, written } = await publishRun(record, { folder, previous, pages, isPart: false, warn })
  printRun(document, options, environment)
  const notes = options.json ? stderr : stdout
  notes.write(`Reports in ${options.reports}/: ${written.join(', ')}\n`)
  writeAnnotations(document, options, environment)
  return exitCode(document.verdict)
}

async function mergedRecord(
  named: readonly string[],
  runs: readonly SavedRun[],
  { strict }: MergeOptions,
  cwd: string,
): Promise<RunRecord> {
  const command = shellWords(['npx', 'stagegate', 'merge', ...(strict ? ['--strict'] : []), ...named])
  const records = runs.map(({ run }) => run)
  const merged = mergeRuns(records, { command, ofOneRun: false })
  const unused = await unusedByShards(merged, records, cwd)
  return { ...merged, strict: merged.strict || (strict ?? false), errors: [...merged.errors, ...unused] }
}

/** What no shard has judged by, only all of them together can say. */
async function unusedByShards(
  merged: RunRecord,
  records: readonly RunRecord[],
  cwd: string,
): Promise<readonly string[]> {
  if (merged.configured === null || records.every(({ selection }) => selection.shard === null)) return []
  const unused = unusedInRun(await loadConfigured(merged.configured, cwd), merged)
  return unused.filter((error) => !merged.errors.includes(error))
}
