import Table from 'cli-table3'
import type { GateResult } from '../../verdict/decision.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { type OutcomeColumn, outcomeColumns } from '../outcome-columns.ts'
import type { OutcomeWord } from '../outcome-word.ts'
import type { Palette } from './palette.ts'
import { wrap } from './wrap.ts'

/** Below this many columns a table is harder to read than a list. */
const NARROWEST = 76
const CODE = 6
const OUTCOME = 8

/** The gates as a table of at most `width` columns; on a narrow terminal, as a list. */
export function gatesTable(
  { gates, run }: { readonly gates: readonly GateResult[]; readonly run: RunRecord },
  width: number,
  colors: Palette,
): string {
  const columns = outcomeColumns(run)
  // Each further engine takes a column, and what is left for the sentences gets narrower.
  const narrowest = NARROWEST + (columns.length - 1) * (OUTCOME + 3)
  return width < narrowest ? asList(gates, columns, width, colors) : asTable(gates, columns, width, colors)
}

interface Cell {
  readonly text: string
  readonly word?: OutcomeWord | undefined
}

function asTable(
  gates: readonly GateResult[],
  columns: readonly OutcomeColumn[],
  width: number,
  colors: Palette,
): string {
  const heads = ['Code', 'Gate', ...columns.map(({ head }) => head), 'Measured', 'Tolerance']
  const rows = gates.map((gate) => cellsOf(gate, columns))
  const widths = columnWidths(heads, rows, width)
  const table = new Table({
    head: heads,
    colWidths: widths.map((column) => column + 2),
    style: { head: [], border: [] },
  })
  for (const row of rows) {
    table.push(
      row.map(({ text, word }, column) => {
        const wrapped = wrap(text, widths[column] ?? 1).join('\n')
        return word === undefined ? wrapped : colors.outcome(word, wrapped)
      }),
    )
  }
  return table.toString()
}

function cellsOf(gate: GateResult, columns: readonly OutcomeColumn[]): readonly Cell[] {
  return [
    { text: gate.code },
    { text: gate.title },
    ...columns.map((column) => {
      const word = column.outcomeOf(gate)
      return { text: word ?? '-', word }
    }),
    { text: gate.measured },
    { text: toleranceOf(gate) },
  ]
}

/** One that is not the plan's own says so; where it comes from stands below the table. */
function toleranceOf({ tolerance, toleranceFrom }: GateResult): string {
  return toleranceFrom === undefined ? tolerance || '-' : `${tolerance} (configured)`
}

/** What is left beside code and outcomes is shared out, no column getting more than its longest text needs. */
function columnWidths(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly number[] {
  const outcomes = heads.slice(2, -2).map((head) => Math.max(OUTCOME, head.length))
  // A border on each side of every column, and a space on each side of a cell.
  const frame = heads.length * 3 + 1
  const rest = width - frame - CODE - outcomes.reduce((sum, column) => sum + column, 0)
  const longest = (column: number) =>
    Math.max(heads.at(column)?.length ?? 0, ...rows.map((row) => row.at(column)?.text.length ?? 0))
  const tolerance = Math.min(longest(-1), Math.floor(rest * 0.27))
  const measured = Math.min(longest(-2), Math.floor((rest - tolerance) * 0.5))
  const title = Math.min(longest(1), rest - tolerance - measured)
  return [CODE, title, ...outcomes, measured, tolerance]
}

function asList(
  gates: readonly GateResult[],
  columns: readonly OutcomeColumn[],
  width: number,
  colors: Palette,
): string {
  return gates
    .flatMap((gate) => {
      const facts = [gate.title, `measured: ${gate.measured}`, `tolerance: ${toleranceOf(gate)}`]
      return [
        `${gate.code}  ${columns.map((column) => inList(gate, column, columns.length, colors)).join('  ')}`,
        ...facts.flatMap((fact) => wrap(fact, Math.max(20, width - 2)).map((line) => `  ${line}`)),
      ]
    })
    .join('\n')
}

function inList(gate: GateResult, column: OutcomeColumn, columns: number, colors: Palette): string {
  const word = column.outcomeOf(gate)
  const shown = word === undefined ? '-' : colors.outcome(word, word)
  return columns === 1 ? shown : `${column.head}: ${shown}`
}
