import type { RunRecord } from '../../verdict/run-record.ts'
import { inapplicableName } from '../inapplicable-name.ts'
import { inapplicableScenarios } from '../inapplicable-scenarios.ts'
import { clip } from './clip.ts'
import { markdownCode } from './markdown-code.ts'
import { markdownText } from './markdown-text.ts'
import type { Room } from './room.ts'
import { type Block, withinLimit } from './within-limit.ts'

/** What of the plan says nothing of the run's database, in its room; no block where all of it applies. */
export function inapplicableMarkdown(run: RunRecord, room: Room): readonly Block[] {
  const inapplicable = inapplicableScenarios(run)
  if (inapplicable === undefined) return []
  const rows = inapplicable.groups.flatMap(({ why, scenarios }) =>
    scenarios.map((scenario) => {
      const { gate, uri, line } = scenario
      const name = markdownText(clip(inapplicableName(scenario)))
      return `| ${gate ?? '-'} | ${name} | ${markdownCode(clip(`${uri}:${line}`))} | ${markdownText(clip(why))} |\n`
    }),
  )
  const head = `\n### What does not apply\n\n${markdownText(clip(inapplicable.heading))}\n`
  return [
    withinLimit(
      [`${head}\n| Gate | Scenario | Where it stands | Why |\n| --- | --- | --- | --- |\n`, ...rows],
      room,
    ),
  ]
}
