import { linkChart } from '../../chart/link-chart.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { formatCount, formatRate } from '../../vocabulary/format.ts'
import { type LinkGroup, linkGroups } from '../link-groups.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import { unmatchedGroups } from '../unmatched-groups.ts'
import { Chart } from './chart.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { UnmatchedLink } from './unmatched-link.tsx'

/** Which part of the rows is linked, and what is known of the rest. */
export function LinksSection({ run }: { readonly run: RunRecord }) {
  const judged = linkGroups(run)
  const unmatched = unmatchedGroups(run)
  if (judged.length === 0 && unmatched.length === 0) return null
  return (
    <section aria-labelledby="links">
      <h2 id="links">Links and match rates</h2>
      {judged.map((group, index) => (
        <Judged key={group.scenario.line} id={`links-${index + 1}`} group={group} run={run} />
      ))}
      {unmatched.length === 0 ? null : (
        <>
          <h3 id="unmatched">Rows without a link</h3>
          <p class="aside">
            How many rows of a table have the link, and how many would find a member if names were compared
            exactly, ignoring case, by their letters and digits alone, and through the alias map; each
            comparison includes the ones before it. The nearest member is the one whose name is the fewest
            edits away.
          </p>
          {unmatched.map((group, index) => (
            <UnmatchedLink key={`${index} ${group.unmatched.link}`} group={group} run={run} />
          ))}
        </>
      )}
    </section>
  )
}

interface JudgedProps {
  readonly id: string
  readonly group: LinkGroup
  readonly run: RunRecord
}

function Judged({ id, group: { scenario, links }, run }: JudgedProps) {
  return (
    <figure class="links">
      <figcaption>
        {scenario.gate === null ? null : <a href={`#${scenario.gate}`}>{scenario.gate}</a>} {scenario.name}
        {scenarioEngine(scenario, run)}
      </figcaption>
      <Chart id={id} draw={(ofDrawing, width) => linkChart(ofDrawing, links, { width })} />
      <table class="figures stacked">
        <caption class="unseen">Match rates of {scenario.name}</caption>
        <thead>
          <tr>
            <th scope="col">Link</th>
            <th scope="col">Outcome</th>
            {['Linked', 'Rows', 'Match rate', 'Tolerance', 'Margin', 'Without it'].map((label) => (
              <th key={label} scope="col" class="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {links.map(({ link, rows, linked, outcome, tolerance, margin, causes }) => (
            <tr key={link} class={outcome}>
              <th scope="row">{link}</th>
              <td>
                <OutcomeMark word={outcome} />
              </td>
              <Figure label="Linked" text={formatCount(linked)} />
              <Figure label="Rows" text={formatCount(rows)} />
              <Figure label="Match rate" text={rows === 0 ? '–' : formatRate(linked / rows)} />
              <Figure label="Tolerance" text={tolerance} />
              <Figure label="Margin" text={margin?.text ?? '–'} />
              <td data-label="Without it" class="number causes">
                {causes.length === 0
                  ? formatCount(rows - linked)
                  : causes.map((part) => `${formatCount(part.rows)} ${part.cause}`).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Figure({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <td data-label={label} class="number">
      {text}
    </td>
  )
}
