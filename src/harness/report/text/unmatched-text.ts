import type { RunRecord } from '../../verdict/run-record.ts'
import { formatCount } from '../../vocabulary/format.ts'
import type { UnmatchedRows } from '../../vocabulary/unmatched.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import { type UnmatchedGroup, unmatchedGroups } from '../unmatched-groups.ts'
import { unmatchedLevels } from '../unmatched-levels.ts'
import { unmatchedNameText } from '../unmatched-name-text.ts'

const MOST_NAMES = 10
/** Names are as long as people make them; the columns behind them must not run away. */
const LONGEST_NAME = 32

/** Of every link its rows by each comparison of names, and the names without a link that have most rows. */
export function unmatchedText(run: RunRecord): readonly string[] {
  return unmatchedGroups(run).map((group) => oneLink(group, run))
}

function oneLink({ scenario, unmatched }: UnmatchedGroup, run: RunRecord): string {
  const gate = scenario.gate === null ? '' : ` (${scenario.gate})`
  const levels = unmatchedLevels(unmatched)
  const [label, rows] = [longest(levels, 'label'), longest(levels, 'rows')]
  return [
    `Rows of ${unmatched.link}${scenarioEngine(scenario, run)}, by how their names would find a member${gate}:`,
    ...levels.map((level) =>
      `  ${level.label.padEnd(label)}  ${level.rows.padStart(rows)}  ${level.rate ?? ''}`.trimEnd(),
    ),
    ...namesOf(unmatched),
  ]
    .map(oneLine)
    .join('\n')
}

function namesOf({ names, nameCount }: UnmatchedRows): readonly string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, MOST_NAMES).map((name) => {
    const text = unmatchedNameText(name)
    return { ...text, name: clipped(oneLine(text.name)) }
  })
  const [name, rows] = [longest(shown, 'name'), longest(shown, 'rows')]
  const head =
    nameCount > shown.length
      ? `  Without a link: ${formatCount(nameCount)} names; the ${shown.length} with most rows:`
      : '  Without a link:'
  return [
    head,
    ...shown.map(
      (text) =>
        `    ${text.name.padEnd(name)}  ${text.rows.padStart(rows)}  ${text.firstSeen} to ${text.lastSeen}; nearest: ${text.nearest}; known: ${text.known}`,
    ),
  ]
}

function longest<Key extends string>(
  texts: readonly Readonly<Partial<Record<Key, string>>>[],
  key: Key,
): number {
  return Math.max(0, ...texts.map((text) => text[key]?.length ?? 0))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}

function clipped(name: string): string {
  const characters = [...name]
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME).join('')}…` : name
}
