import type { RunRecord } from '../../verdict/run-record.ts'
import { formatCount } from '../../vocabulary/format.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import type { UnmatchedGroup } from '../unmatched-groups.ts'
import { unmatchedLevels } from '../unmatched-levels.ts'
import { UnmatchedNamesTable } from './unmatched-names-table.tsx'

/** How many names are seen at once; the others are folded up. */
const SEEN = 10

export interface UnmatchedLinkProps {
  readonly group: UnmatchedGroup
  readonly run: RunRecord
}

/** Rows without a link: by which comparison of names they would find a member, and whose they are. */
export function UnmatchedLink({ group, run }: UnmatchedLinkProps) {
  const { scenario, unmatched } = group
  const { link, names, nameCount } = unmatched
  const seen = names.slice(0, SEEN)
  const others = names.slice(SEEN)
  return (
    <>
      <table class="unmatched levels">
        <caption>
          {scenario.gate === null ? null : <a href={`#${scenario.gate}`}>{scenario.gate}</a>} {link}
          {scenarioEngine(scenario, run)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Names compared</th>
            <th scope="col" class="number">
              Rows
            </th>
            <th scope="col" class="number">
              Of all
            </th>
          </tr>
        </thead>
        <tbody>
          {unmatchedLevels(unmatched).map(({ label, rows, rate = '–' }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="number">{rows}</td>
              <td class="number">{rate}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {seen.length === 0 ? null : (
        <UnmatchedNamesTable caption={captionOf(seen.length, nameCount)} names={seen} />
      )}
      {others.length === 0 ? null : (
        <details class="unmatched">
          <summary>The next {formatCount(others.length)} names</summary>
          <UnmatchedNamesTable caption={`Without a ${link}, the next names`} names={others} />
        </details>
      )}
    </>
  )
}

function captionOf(seen: number, all: number): string {
  return all > seen
    ? `${formatCount(all)} names have rows without a link; the ${seen} with most of them`
    : 'Names that have rows without a link'
}
