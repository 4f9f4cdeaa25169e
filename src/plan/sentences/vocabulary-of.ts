import type { Envelope } from '../envelope.ts'

/** The sentences that a run's message stream knows. */
export interface Vocabulary {
  readonly sentences: readonly KnownSentence[]
  /** What parameters take, as regular expressions, by their names. */
  readonly types: ReadonlyMap<string, readonly string[]>
}

export interface KnownSentence {
  readonly expression: string
  /** A step of the run that it matches; undefined where none does. */
  readonly example: string | undefined
}

/** Cucumber's own parameter types, of which the stream does not speak. */
const CUCUMBERS_OWN: readonly (readonly [string, readonly string[]])[] = [
  ['string', [`"[^"]*"|'[^']*'`]],
  ['word', ['[^\\s]+']],
  ['int', ['-?\\d+']],
  ['float', ['-?\\d*\\.?\\d+']],
]

/** Reads the sentences out of a run's messages. A definition by a regular expression is no sentence. */
export function vocabularyOf(envelopes: readonly Envelope[]): Vocabulary {
  const texts = new Map(
    envelopes.flatMap(({ pickle }) => pickle?.steps.map(({ id, text }) => [id, text] as const) ?? []),
  )
  const uses = new Map<string, string>()
  for (const { pickleStepId, stepDefinitionIds } of envelopes.flatMap(
    ({ testCase }) => testCase?.testSteps ?? [],
  )) {
    const text = texts.get(pickleStepId ?? '')
    for (const id of stepDefinitionIds ?? []) if (text !== undefined && !uses.has(id)) uses.set(id, text)
  }
  const types = envelopes.flatMap(({ parameterType }) =>
    parameterType ? [[parameterType.name, parameterType.regularExpressions] as const] : [],
  )
  return {
    sentences: envelopes.flatMap(({ stepDefinition }) =>
      stepDefinition?.pattern.type === 'CUCUMBER_EXPRESSION'
        ? [{ expression: stepDefinition.pattern.source, example: uses.get(stepDefinition.id) }]
        : [],
    ),
    types: new Map([...CUCUMBERS_OWN, ...types]),
  }
}
