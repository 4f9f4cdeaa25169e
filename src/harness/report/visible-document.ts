import type { RunDocument } from '../verdict/decision.ts'
import { visibleText } from './visible-text.ts'

/** A document whose texts can be shown to people: what every renderer but the JSON one begins with. */
export function visibleDocument(document: RunDocument): RunDocument {
  return visible(document) as RunDocument
}

function visible(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value.replaceAll('\r\n', '\n'))
  if (Array.isArray(value)) return value.map(visible)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [visibleText(key), visible(item)]))
}
