import type { PostgresAddress } from '../../target/address.ts'
import { majorVersion } from '../../target/postgres/tools/major-version.ts'
import type { BackupContents } from '../backup.ts'
import { differingContents } from '../differing-contents.ts'
import type { Checked, WorkOptions } from '../engine-backups.ts'
import { inSnapshot } from './in-snapshot.ts'
import { readContents } from './read-contents.ts'
import { RECORD_KEYS } from './record-keys.ts'

export interface Likeness extends Checked {
  /** What differs first, as words that follow "it"; null for nothing. */
  readonly difference: string | null
}

/**
 * Compares what was restored with what was dumped.
 * @param without why it has not the owners and rights of the original; null where it has
 */
export async function unlikeRestored(
  address: PostgresAddress,
  expected: BackupContents,
  without: string | null,
  options: WorkOptions,
): Promise<Likeness> {
  const found = await inSnapshot(address, null, (db) => readContents(db, options))
  const unchecked: string[] = []
  let { catalog } = found
  if (without !== null) {
    unchecked.push(`who owns what, and who may do what with it: its ${without}`)
    // The record's own stands for what cannot be told.
    catalog =
      found.catalogWithoutRoles === expected.settings[RECORD_KEYS.withoutRoles] ? expected.catalog : ''
  }
  const [theirs, ours] = [expected, found].map(({ engineVersion }) => majorVersion(engineVersion))
  if (theirs !== ours) {
    // Versions write down one and the same expression in different ways.
    unchecked.push(
      `columns, indexes, keys, views and triggers: they were read by ${expected.engineVersion}, and this is ${found.engineVersion}`,
    )
    catalog = expected.catalog
  }
  // Values are hashed in the form in which they are sent, which is the same in all versions.
  const { engineVersion } = expected
  const compared = differingContents(expected, { ...found, catalog, engineVersion })
  return { difference: compared.difference, unchecked: [...unchecked, ...compared.unchecked] }
}
