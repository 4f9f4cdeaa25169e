import { valueText } from '../gate/value-text.ts'
import type { MovedValue, RunsBefore, TurnedGate } from '../verdict/runs-before.ts'

/** How many gates and values a line names before it only counts them. */
const NAMED = 5

/** What changed since the run before, in two lines at the most: its gates, and its values. None where no run is known. */
export function sinceInShort(since: RunsBefore | null): readonly string[] {
  if (since === null) return []
  const { previous, turned, moved } = since
  const { startedAt, commit, verdict } = previous
  const run = `${startedAt.slice(0, 16).replace('T', ' ')} UTC (${verdict}${commit === null ? '' : `, ${commit.slice(0, 8)}`})`
  if (turned.length === 0 && moved.length === 0) return [`Since ${run}: no gate turned and no value moved`]
  return [
    `Since ${run}: ${turned.length === 0 ? 'no gate turned' : list(turned.map(turnedText))}`,
    ...(moved.length === 0 ? [] : [`Moved: ${list(moved.map(movedText))}`]),
  ]
}

function turnedText({ gate, from, to }: TurnedGate): string {
  if (from === null) return `${gate} is new and ${to}`
  return to === null ? `${gate} is gone (it was ${from})` : `${gate} turned from ${from} to ${to}`
}

function movedText({ gate, subject, unit, from, to }: MovedValue): string {
  return `${gate} ${subject} from ${valueText(unit, from)} to ${valueText(unit, to)}`
}

function list(items: readonly string[]): string {
  const more = items.length - NAMED
  return items.slice(0, NAMED).join('; ') + (more > 0 ? `; and ${more} more` : '')
}
