import type { PlanFinding } from '../harness/verdict/run-record.ts'
import { gateCodeOfTag } from '../harness/vocabulary/gate-code.ts'
import { nearestName } from './nearest-name.ts'
import type { PlanOutline } from './plan-outline.ts'

interface Tagged {
  readonly keyword: string
  readonly tags: readonly { readonly name: string; readonly location: { readonly line: number } }[]
}

/** Three letters and three digits, give or take: meant as a gate code, and none. */
const NEARLY_A_CODE = /^@(?:[A-Z]{2,4}[-_]?\d{2,4}|[a-z]{3}[-_]?\d{3})$/i
const PROFILE = /^@profile:(.+)$/
const NEARLY_A_PROFILE = /^@profiles?\b/i

/** Tags that look like ones that mean something to a run, and mean nothing; codes that do not stand on a Rule. */
export function tagFindings(
  outline: PlanOutline,
  profiles: readonly string[] | undefined,
): readonly PlanFinding[] {
  const elsewhere = taggedParts(outline)
  const everywhere = [...elsewhere, ...outline.rules.map(({ uri, rule }) => ({ uri, part: rule }))]
  return [
    ...everywhere.flatMap(({ uri, part }) => complaints(uri, part, profiles)),
    ...elsewhere.flatMap(({ uri, part }) => misplacedCodes(uri, part)),
  ]
}

/** Whether a tag was meant as a gate code and is none. */
export function isNearlyACode(tag: string): boolean {
  return gateCodeOfTag(tag) === undefined && NEARLY_A_CODE.test(tag)
}

/** Whatever carries tags and is no Rule. */
function taggedParts(outline: PlanOutline): readonly { readonly uri: string; readonly part: Tagged }[] {
  return [
    ...outline.features.map(({ uri, feature }) => ({ uri, part: feature })),
    ...outline.scenarios.flatMap(({ uri, scenario }) =>
      [scenario, ...scenario.examples].map((part) => ({ uri, part })),
    ),
  ]
}

function complaints(uri: string, { tags }: Tagged, profiles: readonly string[] | undefined): PlanFinding[] {
  return tags.flatMap(({ name, location }) => {
    const message = complaintAbout(name, profiles)
    return message === undefined ? [] : [{ uri, line: location.line, message }]
  })
}

function misplacedCodes(uri: string, { keyword, tags }: Tagged): PlanFinding[] {
  return tags
    .filter(({ name }) => gateCodeOfTag(name) !== undefined)
    .map(({ name, location }) => ({
      uri,
      line: location.line,
      message: `the gate code ${name} stands on a ${keyword}; codes belong on Rules`,
    }))
}

function complaintAbout(tag: string, profiles: readonly string[] | undefined): string | undefined {
  if (isNearlyACode(tag))
    return `the tag ${tag} looks like a gate code and is none: three capitals and three digits, like @DAT301`
  const profile = PROFILE.exec(tag)?.[1]
  if (profile !== undefined && profiles !== undefined && !profiles.includes(profile)) {
    const nearest = nearestName(profile, profiles)
    return `no profile is called "${profile}"${nearest === undefined ? '' : `; "${nearest}"?`}`
  }
  if (profile === undefined && NEARLY_A_PROFILE.test(tag))
    return `the tag ${tag} looks like one for a profile and is none: write @profile:<name>`
  return undefined
}
