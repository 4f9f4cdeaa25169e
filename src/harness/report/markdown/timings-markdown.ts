import type { RunRecord } from '../../verdict/run-record.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import { type TimingGroup, timingGroups } from '../timing-groups.ts'
import { timingText } from '../timing-text.ts'
import { clip } from './clip.ts'
import { markdownText } from './markdown-text.ts'
import type { Room } from './room.ts'
import { type Block, withinLimit } from './within-limit.ts'

const HEADING =
  "\n### Timings\n\nAgainst the first: the median, as a multiple of the first operation's median.\n\n"
const HEADS = [
  'Gate',
  'Timing',
  'Operation',
  'Rows',
  'Median',
  'Against the first',
  'Best',
  'Worst',
  'Repetitions',
]
const RULES = '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |'

/** What was timed in turns, as one table in its room; no block where nothing was. */
export function timingsMarkdown(run: RunRecord, room: Room): readonly Block[] {
  const groups = timingGroups(run)
  if (groups.length === 0) return []
  const table = `| ${HEADS.join(' | ')} |\n${RULES}\n`
  return [withinLimit([HEADING + table, ...groups.map((group) => rowsOf(group, run))], room)]
}

/** Gate and subject stand in the first row only: the rows below belong to them. */
function rowsOf({ scenario, subject, clock, rows }: TimingGroup, run: RunRecord): Block {
  return rows
    .map((row) => {
      const text = timingText(row)
      const cells = [
        row.isFirst ? (scenario.gate ?? '-') : '',
        row.isFirst ? `${markdownText(clip(subject))}${scenarioEngine(scenario, run)} (${clock})` : '',
        markdownText(clip(text.name)),
        text.rows ?? '-',
        text.median,
        text.against ?? '-',
        text.best,
        text.worst,
        text.repetitions,
      ]
      return `| ${cells.join(' | ')} |\n`
    })
    .join('')
}
