import type { RunRecord } from '../../verdict/run-record.ts'
import { engineName } from '../../vocabulary/engine.ts'

/** Cucumber's own pages, which lie beside this one: one of a run on one engine, otherwise one of each. */
export function CucumberPages({ run }: { readonly run: RunRecord }) {
  const [only, ...others] = run.engines
  if (only === undefined) return null
  if (others.length === 0) {
    return (
      <>
        Every step, as Cucumber tells it: <a href="cucumber.html">cucumber.html</a>.
      </>
    )
  }
  return (
    <>
      Every step, as Cucumber tells it:{' '}
      {run.engines.map((engine, index) => (
        <>
          {index === 0 ? '' : ', '}
          <a href={`cucumber-${engine}.html`}>on {engineName(engine)}</a>
        </>
      ))}
      .
    </>
  )
}
