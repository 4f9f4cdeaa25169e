import { visibleText } from '../harness/report/visible-text.ts'
import { exampleLines } from '../plan/sentences/example-lines.ts'
import type { Sentence } from '../plan/sentences/sentence.ts'
import { sentenceGroups } from '../plan/sentences/sentence-groups.ts'

/** The sentences of the plan for a terminal. Ends with a line feed. */
export function sentencesText(sentences: readonly Sentence[]): string {
  const groups = sentenceGroups(sentences).flatMap(({ noun, file, sentences: own }) => [
    `${noun}  (${file})`,
    '',
    ...own.flatMap(sentenceLines),
  ])
  return `${groups.map(visibleText).join('\n').trimEnd()}\n`
}

function sentenceLines(sentence: Sentence): readonly string[] {
  const { keyword, expression, parameters, example } = sentence
  return [
    `  ${keyword} ${expression}`,
    ...parameters.map(({ name, takes }) => `    {${name}} takes ${takes}`),
    ...(example === null
      ? ['    No feature uses it.']
      : [
          `    For example, ${example.uri}:${example.line}:`,
          ...exampleLines(sentence).map((line) => `      ${line}`),
        ]),
    '',
  ]
}
