import type { RunsBefore } from '../../verdict/runs-before.ts'
import { sinceInShort } from '../since-in-short.ts'
import { clip } from './clip.ts'
import { markdownText } from './markdown-text.ts'

/** How long a line may be: what changed comes before the gates and must not push them out. */
const LONGEST = 600

/** What changed since the run before; nothing where none is known. */
export function sinceMarkdown(since: RunsBefore | null): readonly string[] {
  const lines = sinceInShort(since).map((line) => `${markdownText(clip(line, LONGEST))}\n`)
  return lines.length === 0 ? [] : [`\n${lines.join('\n')}`]
}
