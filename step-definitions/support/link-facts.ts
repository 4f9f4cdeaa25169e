import { type UnlinkedRows, unlinkedCauses } from '../../src/harness/measurement/unlinked-causes.ts'
import type { Parent } from '../../src/harness/measurement/wrong-links.ts'
import { type LinkGroup, observeLinkGroups } from '../../src/harness/observation/observe-link-groups.ts'
import { observeValues } from '../../src/harness/observation/observe-values.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { columnCell } from './table-cells.ts'

type Row = Readonly<Record<string, string>>

/** A link column's values, grouped; by the key that names the parent where one is given, else by the link itself. */
export async function groupsOf(
  target: OpenTarget,
  link?: string,
  key?: string,
): Promise<readonly LinkGroup[]> {
  const { table, column } = columnCell(link)
  return observeLinkGroups(target, { table, key: key ?? column, link: column })
}

/** The rows that can be linked to: their ids and the names that links go by. */
export async function parentsOf(target: OpenTarget, id?: string, name?: string): Promise<readonly Parent[]> {
  const ids = columnCell(id)
  const values = await observeValues(target, {
    table: ids.table,
    columns: [ids.column, columnCell(name).column],
  })
  return values.map(([parent, called]) => ({ id: parent ?? null, name: called ?? null }))
}

/** For each row of the plan's table the unlinked rows, sorted by cause. */
export async function causesOf(
  target: OpenTarget,
  rows: readonly Row[],
  bots: readonly string[],
): Promise<readonly UnlinkedRows[]> {
  const found: UnlinkedRows[] = []
  for (const row of rows) {
    const known = {
      members: await namesOf(target, row.members),
      everMembers: await namesOf(target, row['ever a member']),
      bots,
    }
    found.push(unlinkedCauses(row.link ?? '', await groupsOf(target, row.link, row.name), known))
  }
  return found
}

async function namesOf(target: OpenTarget, cell?: string): Promise<readonly string[]> {
  const { table, column } = columnCell(cell)
  const groups = await observeLinkGroups(target, { table, key: column, link: column })
  return groups.flatMap(({ key }) => (key === null ? [] : [key]))
}
