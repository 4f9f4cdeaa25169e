import { basename } from 'node:path'
import Table from 'cli-table3'
import { visibleText } from '../harness/report/visible-text.ts'
import { formatBytes } from '../harness/vocabulary/format.ts'
import type { ListedBackup } from './backup-port.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Backups as a table, with the reasons below it why some cannot be used. Ends with a line feed. */
export function backupsTable(listed: readonly ListedBackup[], now: Date): string {
  if (listed.length === 0) return 'There are no backups.\n'
  const table = new Table({
    head: ['Backup', 'Size', 'Age', 'Migration', 'State'],
    colAligns: ['left', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  })
  for (const { file, bytes, createdAt, record, state } of listed) {
    const cells = [basename(file), formatBytes(bytes), ageOf(createdAt, now), record?.migration ?? '-', state]
    table.push(cells.map(visibleText))
  }
  const notes = listed.flatMap(({ file, why, unchecked }) =>
    [...(why === null ? [] : [why]), ...unchecked.map((what) => `not checked: ${what}`)].map((note) =>
      visibleText(`${basename(file)}: ${note}`),
    ),
  )
  return `${[table.toString(), ...notes].join('\n')}\n`
}

/** `12 minutes`, `5 hours`, `3 days` */
function ageOf(createdAt: string, now: Date): string {
  const age = Math.max(0, now.getTime() - new Date(createdAt).getTime())
  if (age < HOUR) return count(Math.floor(age / MINUTE), 'minute')
  return age < 2 * DAY ? count(Math.floor(age / HOUR), 'hour') : count(Math.floor(age / DAY), 'day')
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
