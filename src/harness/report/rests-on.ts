import type { RunDocument } from '../verdict/decision.ts'
import { formatCount } from '../vocabulary/format.ts'
import { type ProvenanceFact, provenance } from './provenance.ts'

/** What is said of versions further down. */
const LATER = new Set(['Platform', 'Versions', 'Command'])

/** What a verdict rests on, for the head of a page, most important first: its last fact is how to reach it again. */
export function restsOn({ gates, run }: RunDocument): readonly ProvenanceFact[] {
  const judged = gates.filter(({ selected }) => selected)
  const judgements = judged.reduce((sum, gate) => sum + gate.judgements.length, 0)
  const rows = judged.reduce((sum, gate) => sum + gate.population, 0)
  const facts = provenance(run)
  const { askedBy, command } = run.environment
  const { shard, tags } = run.selection
  return [
    {
      label: 'Gates',
      value: `${formatCount(judged.length)} of ${formatCount(gates.length)} asked, ${formatCount(judgements)} judgements`,
    },
    { label: 'Looked at', value: `${formatCount(rows)} rows and objects` },
    ...facts
      .filter(({ label }) => !LATER.has(label))
      .map(({ label, value }) => ({ label, value: label === 'Commit' ? shortCommit(value) : value })),
    ...(shard === null ? [] : [{ label: 'Part', value: `${shard.index} of ${shard.of}` }]),
    ...(tags === null ? [] : [{ label: 'Selection', value: tags }]),
    ...(askedBy === null ? [] : [{ label: 'Asked by', value: askedBy }]),
    { label: 'Command', value: command },
  ]
}

/** Twelve digits name a commit; run.json has all of them. */
function shortCommit(text: string): string {
  return text.replace(/^([0-9a-f]{12})[0-9a-f]+/, '$1')
}
