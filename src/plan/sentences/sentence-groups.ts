import { basename } from 'node:path'
import { KEYWORDS, type Sentence } from './sentence.ts'

/** Sentences about one thing: those of one file. */
export interface SentenceGroup {
  /** The noun that the file is named by: `migration`. */
  readonly noun: string
  readonly file: string
  /** Given, When, Then; each in the order of the file. */
  readonly sentences: readonly Sentence[]
}

/** Sentences by the file that defines them, by the alphabet; those that only Stagegate's own features use come last. */
export function sentenceGroups(sentences: readonly Sentence[]): readonly SentenceGroup[] {
  const files = [...new Set(sentences.map(({ file }) => file))]
  const groups = files.map((file): SentenceGroup => {
    const own = sentences.filter((sentence) => sentence.file === file)
    return {
      noun: basename(file).replace(/\.steps\.[jt]s$/, ''),
      file,
      sentences: KEYWORDS.flatMap((keyword) => own.filter((sentence) => sentence.keyword === keyword)),
    }
  })
  return groups.sort((a, b) => ownRank(a) - ownRank(b) || (a.noun < b.noun ? -1 : 1))
}

function ownRank({ sentences }: SentenceGroup): number {
  return sentences.every(({ example }) => example === null || example.aboutHarness) ? 1 : 0
}
