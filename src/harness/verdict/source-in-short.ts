import { formatBytes, formatCount } from '../vocabulary/format.ts'
import type { SourceRecord } from '../vocabulary/source-record.ts'
import { standingText } from './standing-text.ts'

/** `1.12 GB, 1,110,510 rows, at DedupSnapshots by alembic_version, 3 findings` */
export function sourceInShort(source: SourceRecord): string {
  const { bytes, rows, findings } = source
  return [
    formatBytes(bytes),
    counted(rows, 'row'),
    standingText(source),
    ...(findings.length === 0 ? [] : [counted(findings.length, 'finding')]),
  ].join(', ')
}

function counted(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`
}
