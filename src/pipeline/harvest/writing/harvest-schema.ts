import type { DataSource } from 'typeorm'
import { SchemaError } from '../../../schema/schema-error.ts'

/** What a harvest has to know of the schema that it writes to. */
export interface HarvestSchema {
  /** Whether members have ids, and rows refer to what they belong to. */
  readonly linked: boolean
  /** Whether members without such ids have a column that somebody added by hand for ids. */
  readonly handMadeId: boolean
}

const LINKS = [
  ['wom_snapshots', 'user_id'],
  ['discord_messages', 'user_id'],
  ['boss_snapshots', 'wom_snapshot_id'],
] as const

/** @throws SchemaError for a database that has some of the links. */
export async function readHarvestSchema(db: DataSource): Promise<HarvestSchema> {
  const runner = db.createQueryRunner()
  try {
    const missing: string[] = []
    for (const [table, column] of LINKS) {
      if (!(await runner.hasColumn(table, column))) missing.push(`${table}.${column}`)
    }
    if (missing.length > 0 && missing.length < LINKS.length) throw halfLinked(missing)
    const linked = missing.length === 0
    return { linked, handMadeId: !linked && (await runner.hasColumn('clan_members', 'id')) }
  } finally {
    await runner.release()
  }
}

function halfLinked(missing: readonly string[]): SchemaError {
  return new SchemaError({
    what: 'The database has some of the links, and not all of them',
    where: `missing: ${missing.join(', ')}`,
    cause: 'a column was added or dropped by hand, or a migration stopped half-way',
    next: 'bring the database to a migration, then harvest again',
  })
}
