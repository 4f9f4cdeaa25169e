import type { RunDocument } from '../verdict/decision.ts'
import { markdownPage } from './markdown/markdown-page.ts'

/** GitHub takes 1 MiB of summary of a step; what else the step has to say needs some room, too. */
const MOST = 1_000_000

/** A run as a Markdown summary of at most 1,000,000 bytes. */
export function renderMarkdown(document: RunDocument): string {
  return markdownPage(document, { most: MOST, unit: 'bytes' })
}
