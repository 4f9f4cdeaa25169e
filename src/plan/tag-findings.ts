import type { PlanFinding } from '../harness/verdict/run-record.ts'
import { ENGINES } from '../harness/vocabulary/engine.ts'
import { gateCodeOfTag } from '../harness/vocabulary/gate-code.ts'
import { nearestName } from '../harness/vocabulary/nearest-name.ts'
import type { PlanOutline } from './plan-outline.ts'

interface Tagged {
  readonly keyword: string
  readonly tags: readonly { readonly name: string; readonly location: { readonly line: number } }[]
}

/** Three letters and three digits, give or take: meant as a gate code, and none. */
const NEARLY_A_CODE = /^@(?:[A-Z]{2,4}[-_]?\d{2,4}|[a-z]{3}[-_]?\d{3})$/i

/** Meant to bind to fixtures or to real databases. */
const NEARLY_A_SUBJECT = /^@(?!(?:fixture|database)$)(?:fixture|database)s?\b/i

/** A kind of tag that binds what carries it to something that has names. */
interface Binding {
  /** What it names: `profile`. */
  readonly what: string
  readonly tag: RegExp
  readonly nearly: RegExp
  /** Undefined when they are not known: then tags are taken as they are. */
  readonly names: readonly string[] | undefined
}

/** Tags that look like ones that mean something to a run, and mean nothing; codes that do not stand on a Rule. */
export function tagFindings(
  outline: PlanOutline,
  profiles: readonly string[] | undefined,
): readonly PlanFinding[] {
  const elsewhere = taggedParts(outline)
  const everywhere = [...elsewhere, ...outline.rules.map(({ uri, rule }) => ({ uri, part: rule }))]
  const bindings: readonly Binding[] = [
    { what: 'profile', tag: /^@profile:(.+)$/, nearly: /^@profiles?\b/i, names: profiles },
    { what: 'engine', tag: /^@engine:(.+)$/, nearly: /^@engines?\b/i, names: ENGINES },
  ]
  return [
    ...everywhere.flatMap(({ uri, part }) => complaints(uri, part, bindings)),
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

function complaints(uri: string, { tags }: Tagged, bindings: readonly Binding[]): PlanFinding[] {
  return tags.flatMap(({ name, location }) => {
    const message = complaintAbout(name, bindings)
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

function complaintAbout(tag: string, bindings: readonly Binding[]): string | undefined {
  if (isNearlyACode(tag))
    return `the tag ${tag} looks like a gate code and is none: three capitals and three digits, like @DAT301`
  if (NEARLY_A_SUBJECT.test(tag)) return `the tag ${tag} looks like @fixture or @database and is neither`
  return bindings.map((binding) => misbinding(tag, binding)).find((complaint) => complaint !== undefined)
}

/** A tag that binds to nothing would take its scenarios out of every run. */
function misbinding(tag: string, { what, tag: pattern, nearly, names }: Binding): string | undefined {
  const name = pattern.exec(tag)?.[1]
  if (name === undefined)
    return nearly.test(tag)
      ? `the tag ${tag} looks like one for ${what === 'engine' ? 'an' : 'a'} ${what} and is none: write @${what}:<name>`
      : undefined
  if (names === undefined || names.includes(name)) return undefined
  const nearest = nearestName(name, names)
  return `no ${what} is called "${name}"${nearest === undefined ? '' : `; "${nearest}"?`}`
}
