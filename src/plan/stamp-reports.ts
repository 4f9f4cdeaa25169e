import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { CUCUMBER_HTML, JUNIT_XML } from './plan-configuration.ts'
import { stampHtml } from './stamp-html.ts'
import { stampJunit } from './stamp-junit.ts'

/**
 * Says in Cucumber's own reports what the run was made with. A report that Cucumber could not finish, because the run
 * broke off, is removed: half a report is none.
 */
export async function stampReports(folder: string, run: RunRecord): Promise<void> {
  await stamp(join(folder, CUCUMBER_HTML), (html) => stampHtml(html, run))
  await stamp(join(folder, JUNIT_XML), (xml) => stampJunit(xml, run))
}

async function stamp(file: string, change: (text: string) => string | undefined): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const stamped = change(text)
  if (stamped === undefined) await rm(file, { force: true })
  else await writeFile(file, stamped)
}
