import type { OpenTarget } from '../target/open-target.ts'
import type { Integrity } from './integrity.ts'
import { withObserver } from './with-observer.ts'

/** What the engine itself says of every foreign key and of its own structure. */
export function observeIntegrity(target: OpenTarget): Promise<Integrity> {
  return withObserver(target, ({ db, dialect }) => dialect.readIntegrity(db))
}
