import type { RunsBefore } from '../../verdict/runs-before.ts'
import { sinceInShort } from '../since-in-short.ts'

/** What changed since the run before, as a block of lines; nothing where none is known. */
export function sinceText(since: RunsBefore | null): string {
  return sinceInShort(since)
    .map((line) => line.replaceAll(/\s*\n\s*/g, ' '))
    .join('\n')
}
