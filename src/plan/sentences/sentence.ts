/** A sentence that scenarios can be written with: one step definition. */
export interface Sentence {
  readonly keyword: SentenceKeyword
  /** With its parameters in braces: `the database migrates to {migration}`. */
  readonly expression: string
  /** The types of its parameters, each once. */
  readonly parameters: readonly SentenceParameter[]
  /** The file that defines it, relative to the project. */
  readonly file: string
  /** Its first use in the plan; null where no scenario uses it. */
  readonly example: SentenceExample | null
}

/** In this order scenarios are told. */
export const KEYWORDS = ['Given', 'When', 'Then'] as const

export type SentenceKeyword = (typeof KEYWORDS)[number]

/** A type of parameter, and what may stand in its place. */
export interface SentenceParameter {
  readonly name: string
  /** As regular expressions: one of them has to match. */
  readonly accepts: readonly string[]
  /** The same for people: in words, where it is a type of Cucumber's own. */
  readonly takes: string
}

/** A step of a feature file. */
export interface SentenceExample {
  /** The feature file, relative to the project, and the line of the scenario's row or of the scenario. */
  readonly uri: string
  readonly line: number
  /** The step's text, without its keyword. */
  readonly text: string
  /** The rows of its table; empty where it has none. */
  readonly rows: readonly (readonly string[])[]
  /** The text below it; null where there is none. */
  readonly docString: string | null
  /** Only features about Stagegate itself, or plans that it is tested with, use the sentence. */
  readonly aboutHarness: boolean
}
