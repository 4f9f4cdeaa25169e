import type { RunDocument } from '../../verdict/decision.ts'
import { type OutcomeWord, outcomeWord } from '../outcome-word.ts'
import { rehearsed } from '../rehearsed.ts'

const WORDS: readonly OutcomeWord[] = ['breached', 'vacuous', 'warns', 'held', 'left out']

/** The verdict, large, with the sentence that says why, and how many gates came to what. */
export function VerdictHeading({ document }: { readonly document: RunDocument }) {
  const { verdict, sentence, complete, gates, run } = document
  const separator = sentence.startsWith(`${verdict}: `) ? ': ' : ' '
  const counts = WORDS.map((word) => ({
    word,
    count: gates.filter((gate) => outcomeWord(gate) === word).length,
  }))
  return (
    <header class={`verdict ${verdict.toLowerCase()}${complete ? '' : ' narrowed'}`}>
      <p class="eyebrow">Stagegate · rehearsal on {rehearsed(run)}</p>
      <h1>
        <span class="word">{verdict}</span>
        <span class={separator === ': ' ? 'unseen' : undefined}>{separator}</span>
        <span class="sentence">{sentence.slice(verdict.length + separator.length)}</span>
      </h1>
      {complete ? null : <p class="notice">This run was narrowed. It does not speak for the whole plan.</p>}
      {gates.length === 0 ? null : (
        <ul class="tally" aria-label="Gates by outcome">
          {counts
            .filter(({ count }) => count > 0)
            .map(({ word, count }) => (
              <li key={word} class={word.replace(' ', '-')}>
                <b>{count}</b> {word}
              </li>
            ))}
        </ul>
      )}
    </header>
  )
}
