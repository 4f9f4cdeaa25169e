import { randomUUID } from 'node:crypto'
import type { CliEnvironment } from './cli-environment.ts'
import { isOnGithub } from './is-on-github.ts'

/**
 * A text with what databases contain, as it may be printed. A workflow of GitHub would obey a line that begins with
 * `::`, whoever wrote it; so it is told not to listen, until a word that nobody can guess.
 */
export function inertText(text: string, env: CliEnvironment['env']): string {
  if (!isOnGithub(env)) return text
  const word = randomUUID()
  return `::stop-commands::${word}\n${text}${text.endsWith('\n') ? '' : '\n'}::${word}::\n`
}
