/** Writes the sentences of the plan, from the step definitions, as a page for those who write scenarios. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readSentences } from '../src/plan/sentences/read-sentences.ts'
import { sentencesMarkdown } from '../src/plan/sentences/sentences-markdown.ts'

const ROOT = resolve(import.meta.dirname, '..')

await writeFile(resolve(ROOT, 'docs/steps.md'), sentencesMarkdown(await readSentences(ROOT, process.stderr)))
console.log('docs/steps.md')
