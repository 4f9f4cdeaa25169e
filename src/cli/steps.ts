import { readSentences } from '../plan/sentences/read-sentences.ts'
import { sentencesMarkdown } from '../plan/sentences/sentences-markdown.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { sentencesText } from './sentences-text.ts'

/** The options of `stagegate steps`, as they were given. */
export interface StepsOptions {
  readonly json?: true
  readonly markdown?: true
}

/** Lists the sentences that scenarios can be written with. @returns the exit code */
export async function steps({ json, markdown }: StepsOptions, environment: CliEnvironment): Promise<number> {
  const sentences = await readSentences(environment.cwd, environment.stderr)
  if (json) environment.stdout.write(`${JSON.stringify(sentences, null, 2)}\n`)
  else environment.stdout.write(markdown ? sentencesMarkdown(sentences) : sentencesText(sentences))
  return 0
}
