import type { RunRecord } from '../../verdict/run-record.ts'
import { engineName } from '../../vocabulary/engine.ts'

/** The versions of everything that took part. */
export function EnvironmentSection({ run }: { readonly run: RunRecord }) {
  const { stagegate, node, platform, engines, libraries } = run.environment
  const versions = [
    ['stagegate', stagegate],
    ['node', node],
    ['platform', platform],
    ...engines.map(({ engine, version }) => [engineName(engine), version]),
    ...Object.entries(libraries),
  ]
  return (
    <section aria-labelledby="environment">
      <h2 id="environment">Environment</h2>
      <table class="environment">
        <caption class="unseen">Versions of everything that took part</caption>
        <tbody>
          {versions.map(([name, version]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{version}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="source">
        Started {run.startedAt}, finished {run.finishedAt}.
      </p>
    </section>
  )
}
