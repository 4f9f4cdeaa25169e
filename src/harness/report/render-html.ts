import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { RunDocument } from '../verdict/decision.ts'
import { Page } from './html/page.tsx'
import { visibleDocument } from './visible-document.ts'

/** A run as one self-contained page, readable without scripts. */
export function renderHtml(document: RunDocument): string {
  return `<!doctype html>\n${renderToString(h(Page, { document: visibleDocument(document) }))}\n`
}
