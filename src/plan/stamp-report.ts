import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { CUCUMBER_HTML } from './plan-configuration.ts'
import { stampHtml } from './stamp-html.ts'

/**
 * Says in Cucumber's own report what the run was made with. A report that Cucumber could not finish, because the run
 * broke off, is removed: half a report is none.
 */
export async function stampReport(folder: string, run: RunRecord): Promise<void> {
  const file = join(folder, CUCUMBER_HTML)
  const html = await readFile(file, 'utf8').catch(() => '')
  const stamped = stampHtml(html, run)
  if (stamped === undefined) await rm(file, { force: true })
  else await writeFile(file, stamped)
}
