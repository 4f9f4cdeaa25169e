import type { RunRecord } from '../../verdict/run-record.ts'
import { formatCount } from '../../vocabulary/format.ts'
import type { UnmatchedRows } from '../../vocabulary/unmatched.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import { type UnmatchedGroup, unmatchedGroups } from '../unmatched-groups.ts'
import { unmatchedLevels } from '../unmatched-levels.ts'
import { unmatchedNameText } from '../unmatched-name-text.ts'
import { clip } from './clip.ts'
import { markdownCode } from './markdown-code.ts'
import { markdownText } from './markdown-text.ts'
import type { Room } from './room.ts'
import { type Block, withinLimit } from './within-limit.ts'

const MOST_NAMES = 10
const LONGEST_NAME = 100

/** Rows without a link, explained, link by link, in its room; no block where there is no link. */
export function unmatchedMarkdown(run: RunRecord, room: Room): readonly Block[] {
  const groups = unmatchedGroups(run)
  if (groups.length === 0) return []
  return [withinLimit(['\n### Rows without a link\n', ...groups.map((group) => oneLink(group, run))], room)]
}

function oneLink({ scenario, unmatched }: UnmatchedGroup, run: RunRecord): Block {
  const gate = scenario.gate === null ? '' : ` (${scenario.gate})`
  const rows = unmatchedLevels(unmatched).map(
    (level) => `| ${level.label} | ${level.rows} | ${level.rate ?? '-'} |\n`,
  )
  const heading = `\n**${markdownText(clip(unmatched.link))}**${scenarioEngine(scenario, run)}${gate}\n\n`
  return `${heading}| Names compared | Rows | Of all |\n| --- | ---: | ---: |\n${rows.join('')}${namesOf(unmatched)}`
}

function namesOf({ names, nameCount }: UnmatchedRows): Block {
  if (names.length === 0) return ''
  const shown = names.slice(0, MOST_NAMES)
  const counted =
    nameCount > shown.length
      ? `${formatCount(nameCount)} names have no link; the ${shown.length} with most rows:`
      : 'The names without a link:'
  const rows = shown.map((name) => {
    const text = unmatchedNameText(name)
    const cells = [
      markdownCode(clip(text.name, LONGEST_NAME)),
      text.rows,
      markdownText(clip(text.firstSeen, LONGEST_NAME)),
      markdownText(clip(text.lastSeen, LONGEST_NAME)),
      markdownText(clip(text.nearest, LONGEST_NAME)),
      markdownText(clip(text.known, LONGEST_NAME)),
    ]
    return `| ${cells.join(' | ')} |\n`
  })
  const head =
    '| Name | Rows | First seen | Last seen | Nearest member | Known |\n| --- | ---: | --- | --- | --- | --- |\n'
  return `\n${counted}\n\n${head}${rows.join('')}`
}
