import leven from 'leven'
import { nearestName } from '../../harness/vocabulary/nearest-name.ts'
import type { Vocabulary } from './vocabulary-of.ts'

/** Says of a step that no step definition matches which sentence was probably meant. */
export function nearestSentence(step: string, vocabulary: Vocabulary): string {
  const tries = vocabulary.sentences.map((sentence) => ({
    ...sentence,
    ...inOwnWords(sentence.expression, step, vocabulary),
  }))
  const nearest = nearestName(
    step,
    tries.map(({ text }) => text),
  )
  const found = tries.find(({ text }) => text === nearest)
  if (found === undefined)
    return 'no sentence of the plan reads like this; npx stagegate steps lists those that there are'
  const { expression, misfits, text, example } = found
  const shown = example ?? (misfits.length === 0 ? text : undefined)
  return [
    `no sentence of the plan reads like this; nearest: \`${expression}\``,
    shown === undefined || shown === expression ? '' : `, as in \`${shown}\``,
    ...misfits.map(({ name, word, takes }) => `; ${word} is no {${name}}, which takes ${takes}`),
  ].join('')
}

/** A word of the step that stands where a parameter is, and that the parameter does not take. */
interface Misfit {
  readonly name: string
  readonly word: string
  readonly takes: string
}

/** An expression with words of the step in the places of its parameters: those that bring it closest. */
function inOwnWords(
  expression: string,
  step: string,
  { types }: Vocabulary,
): { readonly text: string; readonly misfits: readonly Misfit[] } {
  const words = step.match(/"[^"]*"|'[^']*'|[^\s,]+/g) ?? []
  const misfits: Misfit[] = []
  let text = plainExpression(expression)
  for (const [place, name = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
    const accepts = types.get(name)
    if (accepts === undefined) continue
    const fitting = fittingWords(step, accepts)
    const put = (word: string) => text.replace(place, () => word)
    const ranked = [...fitting, ...words]
      .map((word) => ({ word, distance: leven(put(word), step) }))
      .sort((a, b) => a.distance - b.distance)
    const [best] = ranked
    if (best === undefined || best.distance >= leven(text, step)) continue
    if (!fitting.includes(best.word)) misfits.push({ name, word: best.word, takes: accepts.join(' or ') })
    text = put(best.word)
  }
  return { text, misfits }
}

function fittingWords(step: string, accepts: readonly string[]): readonly string[] {
  return accepts.flatMap(
    (pattern) => step.match(new RegExp(`(?<![\\w"])(?:${pattern})(?![\\w"])`, 'g')) ?? [],
  )
}

/** Without what may be left out, with the first of what may stand for each other. */
function plainExpression(expression: string): string {
  return expression
    .replace(/(?<!\\)\(([^()]*)\)/g, '$1')
    .replace(/(?<![\\\s])\/[^\s]+/g, '')
    .replace(/\\(.)/g, '$1')
}
