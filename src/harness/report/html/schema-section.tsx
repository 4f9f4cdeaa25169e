import type { RunRecord } from '../../verdict/run-record.ts'
import { severalEngines } from '../../verdict/several-engines.ts'
import { engineName } from '../../vocabulary/engine.ts'
import { schemaChanges } from '../schema-changes.ts'
import { type SchemaEnds, schemaEnds } from '../schema-ends.ts'
import { SchemaDiagram } from './schema-diagram.tsx'
import { SchemaDiff } from './schema-diff.tsx'

/** What the schema was and what it is: a diff to read, and a diagram to look at. */
export function SchemaSection({ run }: { readonly run: RunRecord }) {
  const all = schemaEnds(run)
  if (all.length === 0) return null
  return (
    <section class="schema" aria-labelledby="schema">
      <h2 id="schema">The schema, before and after</h2>
      <p class="aside">
        As the database itself tells it, at both ends of what was rehearsed. + is new, − is gone, ~ is another
        than it was; what is as it was is counted.
      </p>
      {all.map((ends) => (
        <OnEngine key={ends.engine} ends={ends} isOneOfSeveral={severalEngines(run)} />
      ))}
    </section>
  )
}

interface OnEngineProps {
  readonly ends: SchemaEnds
  readonly isOneOfSeveral: boolean
}

function OnEngine({ ends, isOneOfSeveral }: OnEngineProps) {
  const { engine, gate, first, last } = ends
  const where = isOneOfSeveral ? ` on ${engineName(engine)}` : ''
  return (
    <article class="schema-on" aria-label={`The schema${where}`}>
      {isOneOfSeveral ? <h3>{engineName(engine)}</h3> : null}
      {last === undefined ? (
        <p class="standing">The run showed one state only, {first.at}: there is nothing to compare.</p>
      ) : (
        <SchemaDiff
          first={first}
          last={last}
          gate={gate}
          heading={isOneOfSeveral ? 'h4' : 'h3'}
          changes={schemaChanges(first.catalog, last.catalog)}
        />
      )}
      <SchemaDiagram
        id={`schema-${engine}-last`}
        schema={last ?? first}
        other={last === undefined ? undefined : first}
        only="new"
        title={`The schema at ${(last ?? first).at}${where}`}
      />
      {last === undefined ? null : (
        <details class="earlier">
          <summary>The schema before, at {first.at}, as a diagram</summary>
          <SchemaDiagram
            id={`schema-${engine}-first`}
            schema={first}
            other={last}
            only="gone"
            title={`The schema at ${first.at}${where}`}
          />
        </details>
      )}
    </article>
  )
}
