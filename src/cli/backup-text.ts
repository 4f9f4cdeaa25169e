import { relative } from 'node:path'
import { visibleText } from '../harness/report/visible-text.ts'
import { formatBytes, formatCount } from '../harness/vocabulary/format.ts'
import type {
  DatabaseSize,
  DoneBackup,
  RestoredBackup,
  RestorePlan,
  StoredBackup,
  TableRows,
} from './backup-port.ts'

/** Where a backup was written. Like all texts here it ends with a line feed. */
export function createdText({ backup, unchecked }: DoneBackup, cwd: string): string {
  return lines([
    `${near(backup.file, cwd)}  ${facts(backup)}`,
    'Verified against the database: integrity, catalog, rows.',
    ...notChecked(unchecked),
  ])
}

/** What a backup was found to be. */
export function verifiedText({ backup, unchecked }: DoneBackup, cwd: string): string {
  return lines([
    `${near(backup.file, cwd)}  ${facts(backup)}`,
    'Verified: checksum, integrity, catalog, rows.',
    ...notChecked(unchecked),
  ])
}

/** What a restore would do. */
export function planText({ backup, database, replaces }: RestorePlan, cwd: string): string {
  const target = near(database.location, cwd)
  return lines([
    replaces === null ? `It would make ${target},` : `It would replace ${target}, ${content(replaces)},`,
    `by ${near(backup.file, cwd)}, ${facts(backup)}, taken ${backup.record.createdAt}.`,
    ...(replaces === null
      ? []
      : ['A verified safety copy of what is replaced would be kept beside the backup.']),
    'Nothing has been changed. Add --yes to do it.',
  ])
}

/** What a restore has done. */
export function restoredText({ backup, safetyCopy, unchecked }: RestoredBackup, cwd: string): string {
  return lines([
    `Restored and verified: ${near(backup.file, cwd)}, ${facts(backup)}, taken ${backup.record.createdAt}.`,
    ...(safetyCopy === null
      ? ['There was nothing to replace.']
      : [`What it replaced: ${near(safetyCopy.file, cwd)}, ${facts(safetyCopy)}`]),
    ...notChecked(unchecked),
  ])
}

/** What a database takes. */
export function sizeText(size: DatabaseSize): string {
  const names = size.tables.map(({ name }) => visibleText(name))
  const width = Math.max(0, ...names.map((name) => name.length))
  const counts = size.tables.map(({ rows }) => formatCount(rows))
  const digits = Math.max(0, ...counts.map((count) => count.length))
  return lines([
    ...size.tables.map(
      ({ rows }, at) =>
        `${(names[at] ?? '').padEnd(width)}  ${(counts[at] ?? '').padStart(digits)} ${rows === 1 ? 'row' : 'rows'}`,
    ),
    content(size),
  ])
}

/** `1.19 GB, DedupSnapshots, 1,314,752 rows in 7 tables` */
function facts({ record }: StoredBackup): string {
  const { bytes, migration, tables } = record
  return `${formatBytes(bytes)}, ${migration === null ? 'no migration recorded' : `at ${migration}`}, ${rowsIn(tables)}`
}

function content({ bytes, tables }: DatabaseSize): string {
  return `${formatBytes(bytes)}, ${rowsIn(tables)}`
}

function rowsIn(tables: readonly TableRows[]): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'} in ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`
}

function notChecked(unchecked: readonly string[]): readonly string[] {
  return unchecked.map((what) => `  not checked: ${what}`)
}

/** As a person would write it who is there. */
function near(path: string, cwd: string): string {
  if (!path.startsWith('/')) return path
  const shorter = relative(cwd, path)
  return shorter === '' || shorter.startsWith('..') ? path : shorter
}

function lines(all: readonly string[]): string {
  return `${all.map(visibleText).join('\n')}\n`
}
