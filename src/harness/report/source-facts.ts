import { formatBytes, formatCount } from '../vocabulary/format.ts'
import type { SourceFinding, SourceRecord, Standing } from '../vocabulary/source-record.ts'

/** What a report says of a real database, in words; the same in every report. */
export interface SourceFacts {
  /** Where it stands, as one sentence; the doubt, where that cannot be told. */
  readonly standing: string
  readonly isDoubtful: boolean
  /** Labels and values, in order. */
  readonly measures: readonly (readonly [label: string, value: string])[]
  /** What was found out, one sentence each. */
  readonly found: readonly string[]
  /** How many findings there are, and what they are held against. */
  readonly heading: string
  /** What their kinds mean; empty where there are none. */
  readonly legend: string
  readonly findings: readonly SourceFinding[]
}

/** What says so. */
const SAYS: Readonly<Record<NonNullable<Standing['knownBy']>, string>> = {
  migrations: 'its own table of migrations says so',
  alembic_version: 'its alembic_version says so',
  catalog: 'it has no record, and its catalog is the most like that of this migration',
}

const KINDS: Readonly<Record<SourceFinding['kind'], string>> = {
  extra: 'no migration makes it',
  missing: 'a migration made it, and it is gone',
  different: 'it is there, with another definition',
  ahead: 'a migration that is not recorded as applied makes it',
}

export function sourceFacts(source: SourceRecord): SourceFacts {
  const { location, bytes, rows, copiedAt, facts, findings, doubt } = source
  return {
    standing: standingOf(source),
    isDoubtful: doubt !== null || source.at === null,
    measures: [
      ['Location', location],
      ['Size', formatBytes(bytes)],
      ['Rows', formatCount(rows)],
      ['Copied', `${copiedAt.slice(0, 10)} ${copiedAt.slice(11, 19)} UTC`],
    ],
    found: facts,
    heading: headingOf(source),
    legend: legendOf(findings),
    findings,
  }
}

function standingOf({ at, knownBy, doubt }: SourceRecord): string {
  if (doubt !== null) return `It cannot be told where it stands: ${doubt.replace(/\.?$/, '.')}`
  if (at === null) return 'It cannot be told where it stands.'
  return `It stands at ${at}${knownBy === null ? '' : `: ${SAYS[knownBy]}`}.`
}

function headingOf({ at, findings }: SourceRecord): string {
  const baseline = at === null ? 'the nearest baseline' : `the baseline of ${at}`
  if (findings.length === 0) return `Nothing differs from ${baseline}.`
  return `${formatCount(findings.length)} ${findings.length === 1 ? 'thing differs' : 'things differ'} from ${baseline}.`
}

function legendOf(findings: readonly SourceFinding[]): string {
  const kinds = Object.entries(KINDS).filter(([kind]) => findings.some((finding) => finding.kind === kind))
  return kinds.map(([kind, meaning]) => `${kind}: ${meaning}`).join(' · ')
}
