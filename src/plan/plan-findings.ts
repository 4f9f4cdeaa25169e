import type { PlanFinding } from '../harness/verdict/run-record.ts'
import { gateCodeOfTag } from '../harness/vocabulary/gate-code.ts'
import type { PlacedRule, PlacedScenario, PlanOutline } from './plan-outline.ts'
import { suspiciousLines } from './suspicious-text.ts'
import { isNearlyACode, tagFindings } from './tag-findings.ts'

/**
 * Everything in the text of the plan that makes it unreliable, in the order of the text. Whatever stands here looks
 * like a check to its reader and is none to Cucumber.
 */
export function planFindings(
  outline: PlanOutline,
  profiles: readonly string[] | undefined,
): readonly PlanFinding[] {
  const findings = [
    ...outline.rules.flatMap(ruleFindings),
    ...repeatedCodes(outline.rules),
    ...outline.scenarios.flatMap(scenarioFindings),
    ...proseFindings(outline),
    ...tagFindings(outline, profiles),
  ]
  return findings.sort((a, b) => (a.uri === b.uri ? a.line - b.line : a.uri < b.uri ? -1 : 1))
}

function ruleFindings({ uri, rule }: PlacedRule): PlanFinding[] {
  const at = { uri, line: rule.location.line }
  const tags = rule.tags.map(({ name }) => name)
  const codes = tags.flatMap((tag) => gateCodeOfTag(tag) ?? [])
  const findings: PlanFinding[] = []
  if (codes.length === 0 && !tags.some(isNearlyACode))
    findings.push({
      ...at,
      message: `the Rule "${rule.name}" has no gate code; tag it with one, like @DAT301`,
    })
  if (codes.length > 1)
    findings.push({
      ...at,
      message: `the Rule "${rule.name}" has ${codes.length} gate codes: ${codes.join(', ')}`,
    })
  if (!rule.children.some(({ scenario }) => scenario))
    findings.push({ ...at, message: `the Rule "${rule.name}" has no scenario` })
  return findings
}

function repeatedCodes(rules: readonly PlacedRule[]): PlanFinding[] {
  const first = new Map<string, string>()
  return rules.flatMap(({ uri, rule }) => {
    const codes = new Set(rule.tags.flatMap(({ name }) => gateCodeOfTag(name) ?? []))
    return [...codes].flatMap((code) => {
      const earlier = first.get(code)
      if (earlier !== undefined)
        return [
          { uri, line: rule.location.line, message: `the gate code ${code} is already used at ${earlier}` },
        ]
      first.set(code, `${uri}:${rule.location.line}`)
      return []
    })
  })
}

function scenarioFindings({ uri, rule, scenario }: PlacedScenario): PlanFinding[] {
  const at = { uri, line: scenario.location.line }
  const title = `the ${scenario.keyword} "${scenario.name}"`
  const outline = scenario.examples.length > 0 || /outline|template/i.test(scenario.keyword)
  const empty = scenario.examples.filter(({ tableBody }) => tableBody.length === 0)
  return [
    ...(rule === undefined
      ? [{ ...at, message: `${title} stands outside any Rule, so it speaks for no gate` }]
      : []),
    ...(scenario.steps.length === 0 ? [{ ...at, message: `${title} has no steps` }] : []),
    ...(outline && scenario.examples.length === 0 ? [{ ...at, message: `${title} has no examples` }] : []),
    ...empty.map(({ location }) => ({
      uri,
      line: location.line,
      message: `these examples of ${title} have no rows`,
    })),
  ]
}

/** Feature and Rule may explain themselves; text in any other place is a keyword or a step that was misspelt. */
function proseFindings(outline: PlanOutline): PlanFinding[] {
  const explained = [
    ...outline.features.map(({ uri, feature }) => ({ uri, part: feature })),
    ...outline.rules.map(({ uri, rule }) => ({ uri, part: rule })),
  ].flatMap(({ uri, part }) =>
    suspiciousLines(part.description).map((line) => ({
      uri,
      line: part.location.line,
      message: `the description of the ${part.keyword} "${part.name}" hides what looks like a misspelt keyword: "${line}"`,
    })),
  )
  const silent = [
    ...outline.backgrounds.map(({ uri, background }) => ({ uri, part: background })),
    ...outline.scenarios.flatMap(({ uri, scenario }) =>
      [scenario, ...scenario.examples].map((part) => ({ uri, part })),
    ),
  ].flatMap(({ uri, part }) => {
    const text = part.description.trim().split(/\r?\n/)[0] ?? ''
    const message = `text before the first line of the ${part.keyword} that Cucumber knows: "${text}"; a misspelt keyword? Write comments with #`
    return text === '' ? [] : [{ uri, line: part.location.line, message }]
  })
  return [...explained, ...silent]
}
