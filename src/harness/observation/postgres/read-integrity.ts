import type { Connection } from '../connection.ts'
import type { Integrity } from '../integrity.ts'
import { readStructure } from './read-structure.ts'
import { readViolations } from './read-violations.ts'

/**
 * The server trusts its own constraints, so every row is held against every foreign key, and against every CHECK and
 * NOT NULL, whether the server calls it valid or not. Of the structure it is told what the server's own means find.
 */
export async function readIntegrity(db: Connection): Promise<Integrity> {
  return { ...(await readViolations(db)), messages: await readStructure(db) }
}
