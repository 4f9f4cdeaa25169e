import { exampleLines } from './example-lines.ts'
import type { Sentence, SentenceExample, SentenceParameter } from './sentence.ts'
import { sentenceGroups } from './sentence-groups.ts'

/** The sentences of the plan as a page of Markdown: `docs/steps.md`. Ends with a line feed. */
export function sentencesMarkdown(sentences: readonly Sentence[]): string {
  const parts = [
    '# The sentences of the plan',
    'Written by `npm run steps:write` from the step definitions; each example is the first use in the features.\nIn a terminal: `npx stagegate steps`.',
    ...sentenceGroups(sentences).flatMap(({ noun, file, sentences: own }) => [
      `## ${noun}`,
      `In \`${file}\`.`,
      ...own.flatMap(sentenceParts),
    ]),
    '## What parameters take',
    ['| parameter | takes |', '| --- | --- |', ...parametersOf(sentences).map(parameterRow)].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function sentenceParts(sentence: Sentence): readonly string[] {
  const lines = exampleLines(sentence)
  return [
    `### ${sentence.keyword} ${asCode(sentence.expression)}`,
    ...(sentence.example === null
      ? ['No feature uses it.']
      : [`\`\`\`gherkin\n${lines.join('\n')}\n\`\`\``, `${fromWhere(sentence.example)}.`]),
  ]
}

/** Without a line: a page that changes with every line of a feature is read by nobody. */
function fromWhere({ uri, aboutHarness }: SentenceExample): string {
  const place = `From [${uri}](../${uri})`
  return aboutHarness ? `${place}, which is about Stagegate itself` : place
}

function parametersOf(sentences: readonly Sentence[]): readonly SentenceParameter[] {
  const byName = new Map(sentences.flatMap(({ parameters }) => parameters.map((each) => [each.name, each])))
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function parameterRow({ name, accepts, takes }: SentenceParameter): string {
  const isPattern = takes === accepts.join(' or ')
  // A bar ends a cell of a table, in code, too.
  return `| \`{${name}}\` | ${(isPattern ? asCode(takes) : takes).replaceAll('|', '\\|')} |`
}

/** As code, whatever is in it. */
function asCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
