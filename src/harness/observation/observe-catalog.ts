import type { OpenTarget } from '../target/open-target.ts'
import type { Catalog } from './catalog.ts'
import { type CatalogScope, ORM_TABLES } from './catalog-scope.ts'
import { withObserver } from './with-observer.ts'

/** The schema of a target, whole, except the engine's and the ORM's own tables. */
export function observeCatalog(
  target: OpenTarget,
  { leaveOut = ORM_TABLES }: CatalogScope = {},
): Promise<Catalog> {
  return withObserver(target, ({ db, dialect }) => dialect.readCatalog(db, leaveOut))
}
