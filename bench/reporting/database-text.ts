import { formatBytes } from '../../src/harness/vocabulary/format.ts'
import type { Pair } from '../figures/compare.ts'
import type { CommandMeasured, DatabaseMeasured } from '../figures/database-measured.ts'
import { plainTable } from './plain-table.ts'
import { spreadText } from './spread-text.ts'
import { timeByKindTable } from './time-by-kind-table.ts'

/** What was measured of a real database beside what is required of it. */
export function databaseText({ label, bytes, copying, verdict, backup }: DatabaseMeasured): string {
  const { rehearsed, lasting } = copying
  const rows = [
    ['Reading and writing its bytes', times(rehearsed, 'floor'), ''],
    ['Copy to rehearse on', times(rehearsed, 'ours'), ''],
    ['Reading and writing its bytes, forced to the disk', times(lasting, 'floor'), ''],
    ['Online backup, which is on the disk', times(lasting, 'ours'), ''],
    ['stagegate backup create', ...command(backup.create)],
    ['stagegate backup restore, over a database as large', ...command(backup.restore)],
  ]
  const others = verdict.verdicts.flatMap((word, at) =>
    word === 'GO' ? [] : [`Not GO, but ${word}: ${verdict.sentences[at] ?? ''}`],
  )
  return [
    plainTable([`A database of ${formatBytes(bytes)}`, 'Time', 'Memory'], rows),
    `On: ${label}, as Alembic would have left it. Times are medians, by the clock on the wall, in brackets the least and the most.`,
    timeByKindTable('The verdict on the database', verdict.timeByKind),
    `Last run of: ${verdict.command}`,
    ...others,
  ].join('\n')
}

function times(pairs: readonly Pair[], side: keyof Pair): string {
  return spreadText(pairs.map((pair) => pair[side].milliseconds))
}

function command({ milliseconds, peakBytes }: CommandMeasured): readonly [time: string, memory: string] {
  const known = peakBytes.filter((peak) => peak !== null)
  const memory = known.length < peakBytes.length ? 'not measured' : formatBytes(Math.max(0, ...known))
  return [spreadText(milliseconds), memory]
}
