import { CONFIGURATION_FILE } from '../gate/configuration.ts'
import type { RunRecord } from '../verdict/run-record.ts'
import { severalEngines } from '../verdict/several-engines.ts'
import { sourceInShort } from '../verdict/source-in-short.ts'
import { engineName } from '../vocabulary/engine.ts'
import { formatBytes, formatDuration } from '../vocabulary/format.ts'

/** One fact about where a verdict comes from. */
export interface ProvenanceFact {
  readonly label: string
  readonly value: string
}

/** What a verdict was reached with, and how to reach it again. The same facts in every report. */
export function provenance(run: RunRecord): readonly ProvenanceFact[] {
  const { stagegate, node, platform, libraries, commit, command } = run.environment
  const versions = Object.entries({ stagegate, node, ...libraries }).map(
    ([name, version]) => `${name} ${version}`,
  )
  return [
    { label: run.source === null ? 'Profile' : 'Database', value: subjectOf(run) },
    ...(run.configured === null ? [] : [{ label: 'Tolerances', value: tolerancesOf(run.configured) }]),
    ...(run.anonymous ? [{ label: 'Names', value: 'of people are left out' }] : []),
    { label: severalEngines(run) ? 'Engines' : 'Engine', value: enginesOf(run) },
    { label: 'Commit', value: commitOf(commit) },
    { label: 'Date', value: `${dateOf(run.startedAt)}, took ${tookOf(run)}` },
    { label: 'Strict', value: run.strict ? 'yes: advisory gates stop, too' : 'no: advisory gates only warn' },
    { label: 'Platform', value: platform },
    { label: 'Versions', value: versions.join(', ') },
    { label: 'Command', value: command },
  ]
}

function enginesOf({ engines, environment }: RunRecord): string {
  const named = engines.map((engine) => {
    const version = environment.engines.find((had) => had.engine === engine)?.version
    return `${engineName(engine)} ${version ?? '(not available)'}`
  })
  return named.join(', ') || 'none'
}

function subjectOf({ profile, source, rawDataBytes }: RunRecord): string {
  const subject = source === null ? (profile ?? 'none') : `${source.location}: ${sourceInShort(source)}`
  return rawDataBytes === null ? subject : `${subject}, raw_data of ${formatBytes(rawDataBytes)} a snapshot`
}

function tolerancesOf(environment: string): string {
  return `${CONFIGURATION_FILE}, environment ${environment}; else those of the plan`
}

function commitOf(commit: string | null): string {
  if (commit === null) return 'none: not in a repository'
  return commit.endsWith('+') ? `${commit.slice(0, -1)}, and changes that are not committed` : commit
}

/** `2026-11-22T13:40:07.120Z` as `2026-11-22 13:40 UTC`. */
function dateOf(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}

function tookOf({ startedAt, finishedAt }: RunRecord): string {
  return formatDuration(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)))
}
