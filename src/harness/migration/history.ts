import type { DataSource } from 'typeorm'

/** A migration of the source code. */
export interface Migration {
  /** As TypeORM records it: `NormalizeUserIds1766426400000`. */
  readonly recordedName: string
  /** `NormalizeUserIds`. */
  readonly name: string
  /** Milliseconds since 1970, UTC: when it was created, which is its place in the order. */
  readonly timestamp: number
}

/** All migrations that an initialised data source knows, in order. */
export function history(dataSource: DataSource): readonly Migration[] {
  return dataSource.migrations
    .map((migration) => {
      const recordedName = migration.name ?? migration.constructor.name
      return { recordedName, name: shortName(recordedName), timestamp: Number(recordedName.slice(-13)) }
    })
    .sort((a, b) => a.timestamp - b.timestamp)
}

/** A migration's name without its timestamp. */
export function shortName(recordedName: string): string {
  return recordedName.replace(/\d{13}$/, '')
}
