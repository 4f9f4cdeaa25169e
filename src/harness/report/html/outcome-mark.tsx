import type { OutcomeWord } from '../outcome-word.ts'

/** The word of an outcome. Colour and weight only repeat it. */
export function OutcomeMark({ word }: { readonly word: OutcomeWord }) {
  return <span class={`mark ${word.replace(' ', '-')}`}>{word}</span>
}
