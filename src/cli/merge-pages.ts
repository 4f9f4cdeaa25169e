import { existsSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runName } from '../harness/verdict/run-name.ts'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { escapeMarkup } from '../plan/escape-markup.ts'
import { cucumberReports, nameInMerge } from './own-reports.ts'

/** A saved run, and the file that it was read from, an absolute path. */
export interface SavedRun {
  readonly file: string
  readonly run: RunRecord
}

interface Page {
  readonly from: string
  readonly engine: Engine
  readonly run: RunRecord
}

/**
 * Copies Cucumber's pages of runs, where they lie beside them, into the draft of the merged run. On each engine there is
 * one page by the name that a run in one piece would have: the page itself, or, where there are several, one that links
 * them.
 * @returns the names of all of them
 */
export async function mergePages(runs: readonly SavedRun[], draft: string): Promise<readonly string[]> {
  const pages = runs.flatMap(pagesOf)
  const engines = [...new Set(runs.flatMap(({ run }) => run.engines))]
  const main = cucumberReports(engines)
  const taken = [...main]
  for (const [at, engine] of engines.entries()) {
    const name = main[at] ?? ''
    const own = pages.filter((page) => page.engine === engine)
    const [only] = own
    if (only !== undefined && own.length === 1) await copyFile(only.from, join(draft, name))
    if (own.length < 2) continue
    const links: string[] = []
    for (const { from, run } of own) {
      const copy = nameInMerge(engine, run.selection.shard, taken)
      taken.push(copy)
      await copyFile(from, join(draft, copy))
      links.push(`<li><a href="${copy}">${escapeMarkup(`${runName(run)}, ${run.startedAt}`)}</a></li>`)
    }
    await writeFile(join(draft, name), contents(links))
  }
  return taken
}

function pagesOf({ file, run }: SavedRun): readonly Page[] {
  return cucumberReports(run.engines).flatMap((name, at) => {
    const from = join(dirname(file), name)
    const engine = run.engines[at]
    return engine !== undefined && existsSync(from) ? [{ from, engine, run }] : []
  })
}

function contents(links: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Cucumber's pages</title></head>
<body><main><h1>Cucumber's pages of the runs that were merged</h1>
<ul>
${links.join('\n')}
</ul></main></body>
</html>
`
}
