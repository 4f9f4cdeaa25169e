import type { SourceFinding, SourceRecord } from '../../vocabulary/source-record.ts'
import { sourceFacts } from '../source-facts.ts'

/** The real database that was rehearsed: where it stands, how that is known, and what differs from the baseline. */
export function SourceSection({ source }: { readonly source: SourceRecord | null }) {
  if (source === null) return null
  const { standing, isDoubtful, measures, found, heading, legend, findings } = sourceFacts(source)
  return (
    <section class="source-database" aria-labelledby="database">
      <h2 id="database">The database</h2>
      <p class={isDoubtful ? 'standing doubtful' : 'standing'}>{standing}</p>
      <dl class="facts">
        {measures.map(([label, value]) => (
          <div key={label} class={label.toLowerCase()}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {found.length === 0 ? null : (
        <ul class="found" aria-label="What was found out">
          {found.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {findings.length === 0 ? (
        <p class="aside">{heading}</p>
      ) : (
        <Findings heading={`${heading} ${legend}`} findings={findings} />
      )}
    </section>
  )
}

interface FindingsProps {
  readonly heading: string
  readonly findings: readonly SourceFinding[]
}

function Findings({ heading, findings }: FindingsProps) {
  return (
    <table class="findings stacked">
      <caption>{heading}</caption>
      <thead>
        <tr>
          <th scope="col">Object</th>
          <th scope="col">Kind</th>
          <th scope="col">What is to be seen</th>
        </tr>
      </thead>
      <tbody>
        {findings.map(({ object, kind, what }, index) => (
          <tr key={`${index} ${object}`}>
            <th scope="row">{object}</th>
            <td class="kind">{kind}</td>
            <td class="what">{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
