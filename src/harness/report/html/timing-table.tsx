import type { TimingRow } from '../timing-groups.ts'
import { timingText } from '../timing-text.ts'

export interface TimingTableProps {
  /** For people who do not see where it stands. */
  readonly caption: string
  readonly rows: readonly TimingRow[]
}

/** The figures of a timing, an operation a row. */
export function TimingTable({ caption, rows }: TimingTableProps) {
  const isSized = rows.some(({ operation }) => operation.rows !== undefined)
  return (
    <table class="figures stacked">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Operation</th>
          {isSized ? <Figures label="Rows" /> : null}
          <Figures label="Median" />
          <Figures label="Against the first" />
          <Figures label="Best" />
          <Figures label="Worst" />
          <Figures label="Repetitions" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const text = timingText(row)
          return (
            <tr key={`${index} ${text.name}`}>
              <th scope="row">{text.name}</th>
              {isSized ? <Figure label="Rows" text={text.rows} /> : null}
              <Figure label="Median" text={text.median} />
              <Figure label="Against the first" text={text.against} />
              <Figure label="Best" text={text.best} />
              <Figure label="Worst" text={text.worst} />
              <Figure label="Repetitions" text={text.repetitions} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Figures({ label }: { readonly label: string }) {
  return (
    <th scope="col" class="number">
      {label}
    </th>
  )
}

function Figure({ label, text = '–' }: { readonly label: string; readonly text: string | undefined }) {
  return (
    <td data-label={label} class="number">
      {text}
    </td>
  )
}
