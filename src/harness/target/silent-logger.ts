import type { Logger } from 'typeorm'

/** Prints nothing: what TypeORM would tell the console is no part of a report. */
export const silentLogger: Logger = {
  logQuery() {},
  logQueryError() {},
  logQuerySlow() {},
  logSchemaBuild() {},
  logMigration() {},
  log() {},
}
