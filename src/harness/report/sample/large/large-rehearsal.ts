import { createHash } from 'node:crypto'
import type { ScenarioRecord } from '../../../verdict/run-record.ts'
import type { MigrationStep } from '../../../vocabulary/migration-step.ts'
import type { StateFingerprint } from '../../../vocabulary/state-fingerprint.ts'
import type { Timing } from '../../../vocabulary/timing.ts'
import { sampleUnmatched, sampleUnmatchedName } from '../sample-unmatched.ts'
import { largeCatalog } from './large-catalog.ts'

const MIGRATIONS = [
  'InitialSchema',
  'AddRankings',
  'DropUnusedTables',
  'AddMissingIndexes',
  'NormalizeUserIds',
  'DedupSnapshots',
]
const LINKS = ['members.id', 'snapshots.user_id', 'messages.user_id', 'bosses.snapshot_id']

/** What the scenario of this number did besides judging, for tests: every fifth migrated, some timed, some explained. */
export function largeRehearsal(
  number: number,
): Pick<ScenarioRecord, 'migrations' | 'timings' | 'unmatched' | 'plans' | 'schemas' | 'fingerprints'> {
  return {
    migrations: number % 5 === 0 ? MIGRATIONS.map((name, index) => step(name, number + index)) : [],
    timings: number % 20 < 2 ? [timing(number)] : [],
    unmatched: number < 2 ? LINKS.map(unmatched) : [],
    plans: number % 20 < 2 ? ['by username', 'by id'].map((way) => plan(way, number)) : [],
    schemas: number < 2 ? MIGRATIONS.map((at, index) => ({ at, catalog: largeCatalog(index) })) : [],
    fingerprints: number % 50 < 2 ? (['before', 'after', 'back', 'again'] as const).map(fingerprint) : [],
  }
}

function step(migration: string, seed: number): MigrationStep {
  return {
    migration,
    direction: 'up',
    milliseconds: 40 + (seed % 13) * 155,
    statements: 5 + (seed % 7),
    slowest: Array.from({ length: 5 }, (_, index) => ({
      sql: `UPDATE "messages" SET "user_id" = (SELECT "id" FROM "members" WHERE "name" = "author_${index}") WHERE "user_id" IS NULL`,
      calls: 1 + index,
      milliseconds: 200 - index * 30,
      rows: 586_551 - index * 1000,
    })),
    bytesBefore: 243_000_000,
    bytesAfter: 243_000_000 + seed * 1_000_000,
    locks: [
      {
        table: 'snapshots',
        closes: 'readers',
        mode: 'ACCESS EXCLUSIVE',
        milliseconds: 12 + seed,
        waiting: 1,
      },
      { table: 'messages', closes: 'writers', mode: 'SHARE', milliseconds: 210 + seed, waiting: 0 },
    ],
  }
}

function timing(seed: number): Timing {
  const samples = (middle: number) =>
    Array.from({ length: 30 }, (_, round) => middle * (1 + ((round * 7 + seed) % 11) / 40))
  return {
    subject: `message counts of ${seed + 1} days`,
    clock: 'wall clock',
    operations: [
      { name: 'by username', milliseconds: samples(1280) },
      { name: 'by lower-case username', milliseconds: samples(320) },
      { name: 'by id', milliseconds: samples(0.9) },
    ],
  }
}

function unmatched(link: string): ScenarioRecord['unmatched'][number] {
  const names = Array.from({ length: 100 }, (_, index) =>
    sampleUnmatchedName({ name: `stranger ${index} of ${link}`, rows: 5000 - index * 37 }),
  )
  return sampleUnmatched({ link, names, nameCount: 412 })
}

function plan(way: string, seed: number): ScenarioRecord['plans'][number] {
  return {
    subject: `message counts of ${seed + 1} days`,
    way,
    sql: 'SELECT count(*) FROM "messages" WHERE "user_id" = ? AND "created_at" >= ?',
    steps: ['QUERY PLAN', 'SEARCH messages USING INDEX idx_messages_user_id (user_id=?)', 'USE TEMP B-TREE'],
  }
}

function fingerprint(moment: StateFingerprint['moment']): StateFingerprint {
  const isThere = moment === 'after' || moment === 'again'
  return {
    moment,
    at: isThere ? 'DedupSnapshots' : 'NormalizeUserIds',
    catalog: hash(isThere ? 'there' : 'here'),
    tables: LINKS.map((link, index) => ({
      table: link.replace(/\..*/, ''),
      rows: 96_097 + index,
      hash: hash(`${link} ${isThere}`),
    })),
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
