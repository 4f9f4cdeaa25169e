import type { RunDocument } from '../verdict/decision.ts'

/** The document as the text of `run.json`, ending in a line feed. */
export function renderJson(document: RunDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
