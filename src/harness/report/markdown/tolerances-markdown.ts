import type { RunDocument } from '../../verdict/decision.ts'
import { configuredTolerances } from '../configured-tolerances.ts'
import { clip } from './clip.ts'
import { markdownText } from './markdown-text.ts'
import type { Room } from './room.ts'
import { type Block, withinLimit } from './within-limit.ts'

/** What was judged by the tolerances of an environment, in its room; no block in a run without one. */
export function tolerancesMarkdown({ gates, run }: RunDocument, room: Room): readonly Block[] {
  if (run.configured === null) return []
  const rows = configuredTolerances(gates).map(({ code, subject, outcome, measured, tolerance, from }) => {
    const texts = [subject, measured, tolerance, from].map((text) => markdownText(clip(text)))
    const [who, value, allowed, origin] = texts
    return `| ${code} | ${who} | ${outcome} | ${value} | ${allowed} | ${origin} |\n`
  })
  const heading = `\n### Tolerances of ${markdownText(clip(run.configured))}\n\n`
  if (rows.length === 0) {
    return [`${heading}Nothing was judged by one: those of the plan counted.\n`]
  }
  const head =
    '| Gate | Subject | Outcome | Measured | Tolerance | Where it comes from |\n| --- | --- | --- | --- | --- | --- |'
  return [
    withinLimit([`${heading}These counted in the place of those of the plan.\n\n${head}\n`, ...rows], room),
  ]
}
