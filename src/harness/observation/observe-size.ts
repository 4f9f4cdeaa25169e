import type { OpenTarget } from '../target/open-target.ts'
import { withObserver } from './with-observer.ts'

/** Bytes that the database takes, free pages included. */
export function observeSize(target: OpenTarget): Promise<number> {
  return withObserver(target, ({ db, dialect }) => dialect.readSize(db))
}
