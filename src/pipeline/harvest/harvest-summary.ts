import type { HarvestFailure, HarvestResult, Leavers } from './harvest-result.ts'

/** Of those who were removed all are named, since they are gone; of others so many. */
const NAMES = 10

const DECIDED: Readonly<Record<Leavers['decision'], string>> = {
  none: 'nobody',
  removed: 'removed, since they are not in the list any more; what they left behind stays',
  'too many': 'missing, and nobody removed: more than a fifth of the clan is rather a wrong list than gone',
  unknown: 'nobody removed: without a list that is clear to its last entry nobody can be said to have left',
}

/**
 * A harvest's result for a person, as lines without a line break at the end. Names and reasons come from elsewhere: what
 * could break a line, or turn its direction, is written as `\u000a` is here.
 */
export function harvestSummary(result: HarvestResult): string {
  const { linked, members, snapshots, bosses, messages, failures } = result
  return [
    `Members: ${membersOf(members)}`,
    `Leavers: ${leaversOf(result.leavers)}`,
    `Snapshots: ${countsOf(snapshots, 'of a day that has one already')}`,
    `Boss rows: ${countsOf(bosses, 'of bosses that were never killed')}`,
    `Messages: ${countsOf(messages, 'that are there already')}`,
    `Links: ${linked ? 'written' : 'none on this schema'}`,
    ...failuresOf(failures),
  ].join('\n')
}

function membersOf({ listed, added, updated }: HarvestResult['members']): string {
  const list = listed === null ? 'no list' : `${count(listed)} listed`
  const names = added.length === 0 ? '' : ` (${namesOf(added)})`
  return `${list}, ${count(updated.length)} updated, ${count(added.length)} added${names}`
}

function leaversOf({ names, decision }: Leavers): string {
  if (names.length === 0) return DECIDED[decision]
  const limit = decision === 'removed' ? Number.POSITIVE_INFINITY : NAMES
  const who = `${count(names.length)}${decision === 'unknown' ? ' not found, and' : ''}`
  return `${who} ${DECIDED[decision]} (${namesOf(names, limit)})`
}

function countsOf({ stored, skipped }: HarvestResult['snapshots'], why: string): string {
  return `${count(stored)} stored${skipped === 0 ? '' : `, ${count(skipped)} skipped ${why}`}`
}

function failuresOf(failures: readonly HarvestFailure[]): readonly string[] {
  if (failures.length === 0) return ['Failures: none']
  return [
    `Failures: ${count(failures.length)}; everything else is stored`,
    ...failures.map(
      ({ source, of, kind, reason }) => `  ${source} ${quoted(of)}: ${kind}, ${oneLine(reason)}`,
    ),
  ]
}

function namesOf(names: readonly string[], limit = NAMES): string {
  const more = names.length > limit ? ` and ${count(names.length - limit)} more` : ''
  return names.slice(0, limit).map(quoted).join(', ') + more
}

function quoted(name: string): string {
  return `"${oneLine(name)}"`
}

function oneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}
