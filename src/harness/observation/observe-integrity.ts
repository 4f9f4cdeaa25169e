import type { OpenTarget } from '../target/open-target.ts'
import type { Integrity } from './integrity.ts'
import { withObserver } from './with-observer.ts'

/**
 * What the engine itself says of every foreign key, of CHECK and NOT NULL, and of its own structure. The target must be
 * one that could be written to, though nothing is.
 */
export function observeIntegrity(target: OpenTarget): Promise<Integrity> {
  return withObserver(target, ({ db, dialect }) => dialect.readIntegrity(db), {
    access: 'checking',
    whole: true,
  })
}
