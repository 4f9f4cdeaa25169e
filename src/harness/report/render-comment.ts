import type { RunDocument } from '../verdict/decision.ts'
import { markdownPage } from './markdown/markdown-page.ts'

/** What a comment begins with, and by which it is found again. Nobody sees it. */
const MARKER = '<!-- stagegate -->\n'
/** GitHub takes 65,536 characters; whoever publishes the comment may add a link. */
const MOST = 65_000

/** A run as a comment of at most 65,000 characters, which is found again by its first line and updated in place. */
export function renderComment(document: RunDocument): string {
  return MARKER + markdownPage(document, { most: MOST - MARKER.length, unit: 'characters' })
}
