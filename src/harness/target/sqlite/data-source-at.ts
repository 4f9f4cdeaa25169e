import type Database from 'better-sqlite3'
import type { DataSource, DataSourceOptions } from 'typeorm'
import { migratedOptions } from '../migrated-options.ts'
import type { DataSourceAccess } from '../open-target.ts'
import { silentLogger } from '../silent-logger.ts'

/**
 * The same kind of data source with the same entities, migrations and options, on another file. What it does is
 * recorded, not printed. Of a template for another engine only what does not depend on the engine is taken.
 */
export function dataSourceAt(
  template: DataSource,
  location: string,
  { readonly = false, hasty = false, logger = silentLogger }: DataSourceAccess = {},
): DataSource {
  const options = {
    ...(template.options.type === 'better-sqlite3' ? template.options : migratedOptions(template)),
    type: 'better-sqlite3',
    database: location,
    migrationsRun: false,
    synchronize: false,
    readonly,
    logger,
    ...(hasty ? { prepareDatabase: inHaste(template) } : {}),
  }
  // A schema may bring a subclass, which reads and writes its values as plain TypeORM does not.
  const SameKind = template.constructor as new (options: DataSourceOptions) => DataSource
  return new SameKind(options as DataSourceOptions)
}

/** Prepares a connection as its template does, and has it not wait for the disk. */
function inHaste({ options }: DataSource): (db: Database.Database) => Promise<void> {
  return async (db) => {
    if (options.type === 'better-sqlite3') await options.prepareDatabase?.(db)
    db.pragma('synchronous = OFF')
  }
}
