import type { UnmatchedName } from '../../vocabulary/unmatched.ts'
import { unmatchedNameText } from '../unmatched-name-text.ts'

export interface UnmatchedNamesTableProps {
  readonly caption: string
  readonly names: readonly UnmatchedName[]
}

/** Names that have rows without a link, one a row, with what a person needs to tell who it is. */
export function UnmatchedNamesTable({ caption, names }: UnmatchedNamesTableProps) {
  return (
    <table class="unmatched names stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" class="number">
            Rows
          </th>
          <th scope="col">First seen</th>
          <th scope="col">Last seen</th>
          <th scope="col">Nearest member</th>
          <th scope="col">Known</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, index) => {
          const text = unmatchedNameText(name)
          return (
            <tr key={`${index} ${text.name}`}>
              <th scope="row">{text.name}</th>
              <td data-label="Rows" class="number">
                {text.rows}
              </td>
              <td data-label="First seen">{text.firstSeen}</td>
              <td data-label="Last seen">{text.lastSeen}</td>
              <td data-label="Nearest member">{text.nearest}</td>
              <td data-label="Known">{text.known}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
