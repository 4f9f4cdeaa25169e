import type { OpenTarget } from '../target/open-target.ts'
import type { Sequence } from './sequence.ts'
import { withObserver } from './with-observer.ts'

/** How far the sequences are that fill columns, and how far the columns are. */
export function observeSequences(target: OpenTarget): Promise<readonly Sequence[]> {
  return withObserver(target, ({ db, dialect }) => dialect.readSequences(db))
}
