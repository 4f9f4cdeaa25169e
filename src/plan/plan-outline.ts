import type { GherkinDocument } from './envelope.ts'

type Feature = NonNullable<GherkinDocument['feature']>
type Rule = NonNullable<Feature['children'][number]['rule']>
type Background = NonNullable<Feature['children'][number]['background']>
type Scenario = NonNullable<Feature['children'][number]['scenario']>

/** A scenario or outline, and where it stands. */
export interface PlacedScenario {
  readonly uri: string
  readonly feature: Feature
  /** The Rule that it stands in, or undefined. */
  readonly rule: Rule | undefined
  readonly scenario: Scenario
}

/** A Rule, and where it stands. */
export interface PlacedRule {
  readonly uri: string
  readonly feature: Feature
  readonly rule: Rule
}

/** A Background, of a feature or of a Rule. */
export interface PlacedBackground {
  readonly uri: string
  readonly background: Background
}

/** The text of the plan, flattened: what stands where. */
export interface PlanOutline {
  readonly features: readonly { readonly uri: string; readonly feature: Feature }[]
  readonly rules: readonly PlacedRule[]
  readonly backgrounds: readonly PlacedBackground[]
  readonly scenarios: readonly PlacedScenario[]
}

/** Flattens parsed feature files, in the order of their text. */
export function planOutline(documents: readonly GherkinDocument[]): PlanOutline {
  const features = documents.flatMap(({ uri = '', feature }) => (feature ? [{ uri, feature }] : []))
  const rules = features.flatMap(({ uri, feature }) =>
    feature.children.flatMap(({ rule }) => (rule ? [{ uri, feature, rule }] : [])),
  )
  const places = [
    ...features.map(({ uri, feature }) => ({ uri, feature, rule: undefined, children: feature.children })),
    ...rules.map(({ uri, feature, rule }) => ({ uri, feature, rule, children: rule.children })),
  ]
  return {
    features,
    rules,
    backgrounds: places.flatMap(({ uri, children }) =>
      children.flatMap(({ background }) => (background ? [{ uri, background }] : [])),
    ),
    scenarios: places.flatMap(({ uri, feature, rule, children }) =>
      children.flatMap(({ scenario }) => (scenario ? [{ uri, feature, rule, scenario }] : [])),
    ),
  }
}
