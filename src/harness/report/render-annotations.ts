import type { RunDocument } from '../verdict/decision.ts'
import { type Annotation, annotations } from './annotations.ts'
import { visibleDocument } from './visible-document.ts'

/** How many of a level GitHub shows of one step. */
const MOST = 10

/** A run as workflow commands of GitHub, one a line, which it shows at the lines of the plan. Empty where all holds. */
export function renderAnnotations(document: RunDocument): string {
  const all = annotations(visibleDocument(document))
  const shown = (['error', 'warning'] as const).flatMap((level) =>
    atMost(
      MOST,
      all.filter((annotation) => annotation.level === level),
    ),
  )
  return shown.map((annotation) => `${commandOf(annotation)}\n`).join('')
}

/** What does not fit is counted by the last one: GitHub would leave it out without a word. */
function atMost(most: number, all: readonly Annotation[]): readonly Annotation[] {
  if (all.length <= most) return all
  const [first, ...others] = all.slice(most - 1)
  if (first === undefined) return all
  const more = `${others.length + 1} more, of which this is the first; see the summary of the run for all`
  const last = { ...first, title: `${more}: ${first.title}` }
  return [...all.slice(0, most - 1), last]
}

function commandOf({ level, title, message, file, line }: Annotation): string {
  const properties = { ...(file === undefined ? {} : { file, line: String(line) }), title }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`)
  return `::${level} ${list.join(',')}::${data(message)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
