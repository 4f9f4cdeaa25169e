import type { Address, PostgresAddress } from '../../target/address.ts'
import type { EngineBackups } from '../engine-backups.ts'
import { checkDump } from './check-dump.ts'
import { lookAtDatabase } from './look-at-database.ts'
import { replaceDatabase } from './replace-database.ts'
import { takeDump } from './take-dump.ts'

/** Backups of databases of PostgreSQL are dumps of its own `pg_dump`, in the format that `pg_restore` reads. */
export const postgresBackups: EngineBackups = {
  engine: 'postgres',
  ending: '.dump',
  look: async ({ address }) => lookAtDatabase(onServer(address)),
  take: async ({ address }, file, options) => takeDump(onServer(address), file, options),
  check: checkDump,
  replace: async ({ address }, replacement) => replaceDatabase(onServer(address), replacement),
}

function onServer(address: Address): PostgresAddress {
  if (address.engine === 'postgres') return address
  throw new Error(`PostgreSQL was given a database of ${address.engine}`)
}
