import { CommanderError } from 'commander'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'

/** What a failed command says to the person who ran it. */
export function explainFailure(error: unknown): string {
  if (error instanceof StagegateError) return error.message
  if (error instanceof CommanderError) return explainUsage(error)
  const story = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Something happened that should not: this is a fault in stagegate, not in what you did.\n${story}`
}

function explainUsage({ message }: CommanderError): string {
  const [what = '', ...hints] = message.replace(/^error: /, '').split('\n')
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}${what.endsWith('.') ? '' : '.'}`
  return [
    sentence,
    ...hints.map((hint) => `  ${hint.replace(/^\(|\)$/g, '')}`),
    '  Next: stagegate --help, or stagegate <command> --help, tell what there is.',
  ].join('\n')
}
