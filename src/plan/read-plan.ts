import type { PlanFinding, PlannedGate } from '../harness/verdict/run-record.ts'
import { gateCodeOfTag } from '../harness/vocabulary/gate-code.ts'
import { belongsToRun, type PlanScope } from './belongs-to-run.ts'
import type { GherkinDocument } from './envelope.ts'
import { planFindings } from './plan-findings.ts'
import { type PlacedRule, type PlacedScenario, planOutline } from './plan-outline.ts'

/** What the text of the plan says, before anything has run. */
export interface Plan {
  readonly gates: readonly PlannedGate[]
  readonly findings: readonly PlanFinding[]
}

/** The scope of a run, and the profiles that exist: a tag that names another one is a finding. */
export interface PlanScopeAndProfiles extends PlanScope {
  /** Undefined when they are not known: then profile tags are taken as they are. */
  readonly profiles?: readonly string[] | undefined
}

/**
 * Reads the gates out of parsed feature files: a Rule with one gate code as its tag is a gate. A Rule that is bound
 * to another profile, or that is about the harness and was not asked for, is not part of the plan.
 */
export function readPlan(documents: readonly GherkinDocument[], scope: PlanScopeAndProfiles): Plan {
  const inScope = documents.filter(
    ({ uri = '', feature }) =>
      feature === undefined || belongsToRun(uri, withoutProfiles(namesOf(feature)), scope),
  )
  const outline = planOutline(inScope)
  const rows = rowsByRule(outline.scenarios, scope)
  const gates = new Map<string, PlannedGate>()
  for (const placed of outline.rules) {
    const code = codeOf(placed)
    if (code === undefined || gates.has(code) || !belongsToRun(placed.uri, tagsOfRule(placed), scope))
      continue
    gates.set(code, gateOf(code, placed, rows.get(placed.rule.id) ?? 0))
  }
  return { gates: [...gates.values()], findings: planFindings(outline, scope.profiles) }
}

function gateOf(code: string, placed: PlacedRule, scenarios: number): PlannedGate {
  const { uri, rule } = placed
  return {
    code,
    title: rule.name,
    description: rule.description.trim().replace(/\s+/g, ' '),
    uri,
    line: rule.location.line,
    advisory: tagsOfRule(placed).includes('@advisory'),
    scenarios,
  }
}

/** A Rule with several codes has no gate of its own: it is a finding. */
function codeOf({ rule }: PlacedRule): string | undefined {
  const codes = namesOf(rule).flatMap((tag) => gateCodeOfTag(tag) ?? [])
  return codes.length === 1 ? codes[0] : undefined
}

function rowsByRule(scenarios: readonly PlacedScenario[], scope: PlanScope): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { uri, feature, rule, scenario } of scenarios) {
    if (rule === undefined) continue
    const inherited = [...namesOf(feature), ...namesOf(rule), ...namesOf(scenario)]
    const rows =
      scenario.examples.length === 0
        ? [inherited]
        : scenario.examples.flatMap((table) => table.tableBody.map(() => [...inherited, ...namesOf(table)]))
    const counted = rows.filter((tags) => belongsToRun(uri, tags, scope)).length
    counts.set(rule.id, (counts.get(rule.id) ?? 0) + counted)
  }
  return counts
}

function tagsOfRule({ feature, rule }: PlacedRule): readonly string[] {
  return [...namesOf(feature), ...namesOf(rule)]
}

/** The findings of a feature count whatever its profile is: its text is wrong for everybody. */
function withoutProfiles(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => !tag.startsWith('@profile:'))
}

function namesOf({ tags }: { readonly tags: readonly { readonly name: string }[] }): readonly string[] {
  return tags.map(({ name }) => name)
}
