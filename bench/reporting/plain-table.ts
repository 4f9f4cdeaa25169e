import Table from 'cli-table3'

/** A table without colours. */
export function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({ head: [...head], style: { head: [], border: [] } })
  for (const row of rows) table.push([...row])
  return table.toString()
}
