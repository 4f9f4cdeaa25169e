import Table from 'cli-table3'
import { formatDuration } from '../../src/harness/vocabulary/format.ts'
import type { BenchResult } from '../bench-result.ts'

/** The result as tables: what is required, and what the whole run spent its time on. */
export function benchText({ profile, repetitions, processors, requirements, measured }: BenchResult): string {
  const found = plainTable(['What', 'Floor', 'Ours', 'Measured', 'Required', 'Met'])
  for (const { what, floor, ours, measured, required, met } of requirements) {
    found.push([what, floor, ours, measured, required, met ? 'yes' : 'NO'])
  }
  const title = `Floor and cost on the "${profile}" profile, ${repetitions} pairs each, ${processors} processors`
  const parts = [title, found.toString()]
  if (measured.verify) {
    const spent = plainTable(['The whole run: step by kind', 'Time', 'Steps'])
    for (const { kind, milliseconds, steps } of measured.verify.timeByKind) {
      spent.push([kind, formatDuration(milliseconds), steps === 0 ? '' : String(steps)])
    }
    parts.push(spent.toString(), `Last run of: ${measured.verify.command}`)
  }
  return parts.join('\n')
}

function plainTable(head: readonly string[]): Table.Table {
  return new Table({ head: [...head], style: { head: [], border: [] } })
}
