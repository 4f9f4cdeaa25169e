import type { RunDocument } from '../../verdict/decision.ts'
import { growthGroups } from '../growth-groups.ts'
import { inapplicableScenarios } from '../inapplicable-scenarios.ts'
import { journeys } from '../journeys.ts'
import { linkGroups } from '../link-groups.ts'
import { rollbacks } from '../rollbacks.ts'
import { schemaEnds } from '../schema-ends.ts'
import { timingSubjects } from '../timing-subjects.ts'
import { unmatchedGroups } from '../unmatched-groups.ts'

/** The sections that a page has, in their order, each a link. */
export function Contents({ document }: { readonly document: RunDocument }) {
  const { run, since, reasons, gates } = document
  const sections: readonly (readonly [id: string, label: string, isThere: boolean])[] = [
    ['doubts', 'Besides the gates', reasons.length > 0],
    ['gates', 'Gates', true],
    ['since', 'What changed', since !== null],
    ['tolerances', 'Tolerances', run.configured !== null],
    ['details', 'Gate by gate', gates.some(({ selected }) => selected)],
    ['superseded', 'Run again', run.superseded.length > 0],
    ['links', 'Links', linkGroups(run).length + unmatchedGroups(run).length > 0],
    ['migrations', 'Migrations', journeys(run).length > 0],
    ['timings', 'Timings', timingSubjects(run).length > 0],
    ['growth', 'Growth', growthGroups(run).length > 0],
    ['rollback', 'Rollback', rollbacks(run).length > 0],
    ['schema', 'Schema', schemaEnds(run).length > 0],
    ['database', 'The database', run.source !== null],
    ['inapplicable', 'What does not apply', inapplicableScenarios(run) !== undefined],
    ['environment', 'Environment', true],
  ]
  return (
    <nav aria-label="Sections">
      <ul>
        {sections
          .filter(([, , isThere]) => isThere)
          .map(([id, label]) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
