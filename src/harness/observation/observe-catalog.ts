import type { OpenTarget } from '../target/open-target.ts'
import type { Catalog } from '../vocabulary/catalog.ts'
import { type CatalogScope, TOOL_TABLES } from './catalog-scope.ts'
import { withObserver } from './with-observer.ts'

/** The schema of a target, whole, except the engine's own tables and those of the tools that migrate. */
export function observeCatalog(
  target: OpenTarget,
  { leaveOut = TOOL_TABLES }: CatalogScope = {},
): Promise<Catalog> {
  return withObserver(target, ({ db, dialect }) => dialect.readCatalog(db, leaveOut))
}
