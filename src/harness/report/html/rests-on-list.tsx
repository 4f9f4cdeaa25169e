import type { RunDocument } from '../../verdict/decision.ts'
import { restsOn } from '../rests-on.ts'

/** What the verdict was reached with, and the command that reaches it again. */
export function RestsOnList({ document }: { readonly document: RunDocument }) {
  return (
    <section class="rests-on" aria-labelledby="provenance">
      <h2 id="provenance">What it rests on</h2>
      <dl class="facts">
        {restsOn(document).map(({ label, value }) => (
          <div key={label} class={label.toLowerCase().replaceAll(' ', '-')}>
            <dt>{label}</dt>
            <dd>{label === 'Command' || label === 'Commit' ? <code>{value}</code> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
