import type { RunRecord } from '../../verdict/run-record.ts'
import { provenance } from '../provenance.ts'

/** What the verdict was reached with, and the command that reaches it again. */
export function ProvenanceList({ run }: { readonly run: RunRecord }) {
  return (
    <section aria-labelledby="provenance">
      <h2 id="provenance">What it rests on</h2>
      <dl class="facts">
        {provenance(run).map(({ label, value }) => (
          <div key={label} class={label.toLowerCase()}>
            <dt>{label}</dt>
            <dd>{label === 'Command' || label === 'Commit' ? <code>{value}</code> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
