import Table from 'cli-table3'
import type { GateResult } from '../../verdict/decision.ts'
import { outcomeWord } from '../outcome-word.ts'
import type { Palette } from './palette.ts'
import { wrap } from './wrap.ts'

/** Below this many columns a table is harder to read than a list. */
const NARROWEST = 76
const HEADS = ['Code', 'Gate', 'Outcome', 'Measured', 'Tolerance'] as const
const CODE = 6
const OUTCOME = 8
/** Five columns have six borders, and a space on each side of a cell. */
const FRAME = 6 + 5 * 2

/** The gates as a table of at most `width` columns; on a narrow terminal, as a list. */
export function gatesTable(gates: readonly GateResult[], width: number, colors: Palette): string {
  return width < NARROWEST ? asList(gates, width, colors) : asTable(gates, width, colors)
}

function asTable(gates: readonly GateResult[], width: number, colors: Palette): string {
  const rows = gates.map((gate) => [
    gate.code,
    gate.title,
    outcomeWord(gate),
    gate.measured,
    gate.tolerance || '-',
  ])
  const widths = columnWidths(rows, width)
  const table = new Table({
    head: [...HEADS],
    colWidths: widths.map((column) => column + 2),
    style: { head: [], border: [] },
  })
  for (const [index, row] of rows.entries()) {
    const gate = gates[index]
    if (gate === undefined) continue
    const cells = row.map((text, column) => wrap(text, widths[column] ?? 1).join('\n'))
    table.push(cells.map((text, column) => (column === 2 ? colors.outcome(outcomeWord(gate), text) : text)))
  }
  return table.toString()
}

/** What is left beside code and outcome is shared out, no column getting more than its longest text needs. */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const rest = width - FRAME - CODE - OUTCOME
  const longest = (column: number) =>
    Math.max(HEADS[column]?.length ?? 0, ...rows.map((row) => row[column]?.length ?? 0))
  const tolerance = Math.min(longest(4), Math.floor(rest * 0.27))
  const measured = Math.min(longest(3), Math.floor((rest - tolerance) * 0.5))
  const title = Math.min(longest(1), rest - tolerance - measured)
  return [CODE, title, OUTCOME, measured, tolerance]
}

function asList(gates: readonly GateResult[], width: number, colors: Palette): string {
  return gates
    .flatMap((gate) => {
      const facts = [gate.title, `measured: ${gate.measured}`, `tolerance: ${gate.tolerance || '-'}`]
      const head = `${gate.code}  ${colors.outcome(outcomeWord(gate), outcomeWord(gate))}`
      return [
        head,
        ...facts.flatMap((fact) => wrap(fact, Math.max(20, width - 2)).map((line) => `  ${line}`)),
      ]
    })
    .join('\n')
}
