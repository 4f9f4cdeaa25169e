import type { GateOnEngine, NotApplicable, PlanFinding, PlannedGate } from '../harness/verdict/run-record.ts'
import { ENGINES } from '../harness/vocabulary/engine.ts'
import { gateCodeOfTag } from '../harness/vocabulary/gate-code.ts'
import { belongsToRun, isAskedFor, type PlanScope, whyNotApplicable } from './belongs-to-run.ts'
import type { GherkinDocument } from './envelope.ts'
import { planFindings } from './plan-findings.ts'
import { type PlacedRule, type PlacedScenario, planOutline } from './plan-outline.ts'

/** What the text of the plan says, before anything has run. */
export interface Plan {
  readonly gates: readonly PlannedGate[]
  readonly findings: readonly PlanFinding[]
  /** What says nothing of a real database; empty for a fixture. */
  readonly notApplicable: readonly NotApplicable[]
}

/** The scope of a run, and the profiles that exist: a tag that names another one is a finding. */
export interface PlanScopeAndProfiles extends PlanScope {
  /** Undefined when they are not known: then profile tags are taken as they are. */
  readonly profiles?: readonly string[] | undefined
}

/**
 * Reads the gates out of parsed feature files: a Rule with one gate code as its tag is a gate. A Rule that is bound
 * to another profile, that is about the harness and was not asked for, or that has scenarios and none for the engine, is
 * not part of the plan.
 */
export function readPlan(documents: readonly GherkinDocument[], scope: PlanScopeAndProfiles): Plan {
  const inScope = documents.filter(
    ({ uri = '', feature }) => feature === undefined || belongsToRun(uri, unbound(namesOf(feature)), scope),
  )
  const outline = planOutline(inScope)
  const gates = new Map<string, PlannedGate>()
  for (const placed of outline.rules) {
    const code = codeOf(placed)
    if (code === undefined || gates.has(code)) continue
    const engines = onEngines(placed, outline.scenarios, scope)
    if (engines.some(({ engine }) => engine === scope.engine)) gates.set(code, gateOf(code, placed, engines))
  }
  return {
    gates: [...gates.values()],
    findings: planFindings(outline, scope.profiles),
    notApplicable:
      scope.profile === null ? outline.scenarios.flatMap((placed) => inapplicable(placed, scope)) : [],
  }
}

function gateOf(code: string, placed: PlacedRule, engines: readonly GateOnEngine[]): PlannedGate {
  const { uri, rule } = placed
  return {
    code,
    title: rule.name,
    description: rule.description.trim().replace(/\s+/g, ' '),
    uri,
    line: rule.location.line,
    advisory: tagsOfRule(placed).includes('@advisory'),
    engines,
  }
}

/** A Rule with several codes has no gate of its own: it is a finding. */
function codeOf({ rule }: PlacedRule): string | undefined {
  const codes = namesOf(rule).flatMap((tag) => gateCodeOfTag(tag) ?? [])
  return codes.length === 1 ? codes[0] : undefined
}

/**
 * The engines that a gate applies to. One that all its scenarios are kept from is none of them; one that only the
 * profile keeps them from is, and there it proves nothing. On a real database a gate that is about fixtures alone does not
 * apply.
 */
function onEngines(
  placed: PlacedRule,
  scenarios: readonly PlacedScenario[],
  scope: PlanScope,
): readonly GateOnEngine[] {
  const rows = scenarios.filter(({ rule }) => rule === placed.rule).flatMap(rowsOf)
  return ENGINES.flatMap((engine) => {
    const onEngine = { ...scope, engine }
    const counted = (tagsOfRows: readonly (readonly string[])[]) =>
      tagsOfRows.filter((tags) => belongsToRun(placed.uri, tags, onEngine)).length
    const applies =
      counted([tagsOfRule(placed)]) > 0 &&
      (rows.length === 0 ||
        counted(scope.profile === null ? rows : rows.map((tags) => withoutKind(tags, '@profile:'))) > 0)
    return applies ? [{ engine, scenarios: counted(rows) }] : []
  })
}

function inapplicable(placed: PlacedScenario, scope: PlanScope): readonly NotApplicable[] {
  const { uri, rule, scenario } = placed
  const gate = rule === undefined ? undefined : codeOf({ uri, feature: placed.feature, rule })
  return rowsOf(placed).flatMap((tags) => {
    const why = isAskedFor(uri, tags, scope) ? whyNotApplicable(tags, scope.profile) : undefined
    if (why === undefined) return []
    const { name, location } = scenario
    return [{ gate: gate ?? null, name, uri, line: location.line, engine: scope.engine, why }]
  })
}

/** The tags of a scenario, or of every row of an outline, inherited ones included. */
function rowsOf({ feature, rule, scenario }: PlacedScenario): readonly (readonly string[])[] {
  const inherited = [feature, ...(rule === undefined ? [] : [rule]), scenario].flatMap(namesOf)
  return scenario.examples.length === 0
    ? [inherited]
    : scenario.examples.flatMap((table) => table.tableBody.map(() => [...inherited, ...namesOf(table)]))
}

function tagsOfRule({ feature, rule }: PlacedRule): readonly string[] {
  return [...namesOf(feature), ...namesOf(rule)]
}

/** The findings of a feature count whatever its profile and its engine are: its text is wrong for everybody. */
function unbound(tags: readonly string[]): readonly string[] {
  return withoutKind(tags, '@profile:', '@engine:', '@fixture', '@database')
}

function withoutKind(tags: readonly string[], ...kinds: readonly string[]): readonly string[] {
  return tags.filter((tag) => !kinds.some((kind) => tag.startsWith(kind)))
}

function namesOf({ tags }: { readonly tags: readonly { readonly name: string }[] }): readonly string[] {
  return tags.map(({ name }) => name)
}
