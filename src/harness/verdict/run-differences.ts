import { isDeepStrictEqual } from 'node:util'
import { runName } from './run-name.ts'
import type { RunRecord } from './run-record.ts'

/** What all the runs were asked, which has to be the same for one verdict to speak of them. */
const ASKED = ['profile', 'configured', 'anonymous', 'rawDataBytes', 'strict'] as const

/**
 * Why runs prove nothing together: they were asked other things, or ran other code.
 *
 * They may be different parts of the plan, but not by tags. Of a real database each run may have a copy of its own; when
 * it was taken, and how much room it takes, may differ, and nothing else. A commit with changes behind it (`+`) stands for
 * code that nobody can name: where one command made all the runs it is the same code, and where several did nobody knows.
 */
export function runDifferences(
  first: RunRecord,
  runs: readonly RunRecord[],
  ofOneRun: boolean,
): readonly string[] {
  const differences = runs.slice(1).flatMap((run) => {
    const between = `the runs on ${runName(first)} and on ${runName(run)}`
    return [
      ...differing(first, run, ofOneRun).map((what) => `${between} differ in ${what}`),
      ...(codeOf(run) === codeOf(first)
        ? []
        : [`${between} are of different code: ${codeOf(first)}, ${codeOf(run)}`]),
    ]
  })
  return ofOneRun ? differences : [...differences, ...unknownCode(runs)]
}

function differing(first: RunRecord, run: RunRecord, ofOneRun: boolean): readonly string[] {
  const askedFor = ({ selection }: RunRecord) => (ofOneRun ? selection : selection.tags)
  return [
    ...ASKED.filter((what) => !isDeepStrictEqual(first[what], run[what])),
    ...(isDeepStrictEqual(askedFor(first), askedFor(run)) ? [] : ['selection']),
    ...sourceDifferences(first.source, run.source),
  ]
}

function sourceDifferences(one: RunRecord['source'], other: RunRecord['source']): readonly string[] {
  if (one === null || other === null) return one === other ? [] : ['source']
  const { copiedAt: _, bytes: __, ...same } = one
  const differing = Object.keys(same).filter(
    (key) => !isDeepStrictEqual(same[key as keyof typeof same], other[key as keyof typeof same]),
  )
  return differing.length === 0 ? [] : [`source (${differing.join(', ')})`]
}

function codeOf({ environment: { stagegate, commit } }: RunRecord): string {
  return `stagegate ${stagegate}${commit === null ? '' : `, commit ${commit.replace(/\+$/, '')}`}`
}

function unknownCode(runs: readonly RunRecord[]): readonly string[] {
  const unknown = new Set(
    runs.flatMap(({ environment: { commit } }) => (commit?.endsWith('+') ? [commit] : [])),
  )
  if (unknown.size === 0 || runs.length === 1) return []
  return [
    `runs are of changes that no commit has (${[...unknown].join(', ')}): nobody knows whether all are of the same code`,
  ]
}
