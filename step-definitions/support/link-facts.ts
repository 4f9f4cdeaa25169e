import { loadAliases } from '../../src/fixture/load-aliases.ts'
import { type UnlinkedRows, unlinkedCauses } from '../../src/harness/measurement/unlinked-causes.ts'
import type { Parent } from '../../src/harness/measurement/wrong-links.ts'
import { type LinkGroup, observeLinkGroups } from '../../src/harness/observation/observe-link-groups.ts'
import { observeValues } from '../../src/harness/observation/observe-values.ts'
import { columnCell } from './table-cells.ts'
import type { RehearsalWorld } from './world.ts'

type Row = Readonly<Record<string, string>>

/** A link column's values, grouped; by the key that names the parent where one is given, else by the link itself. */
export async function groupsOf(
  world: RehearsalWorld,
  link?: string,
  key?: string,
): Promise<readonly LinkGroup[]> {
  const { table, column } = columnCell(link)
  const question = { table, key: key ?? column, link: column }
  return world.observed(`groups ${JSON.stringify(question)}`, (target) => observeLinkGroups(target, question))
}

/** The rows that can be linked to: their ids and the names that links go by. */
export async function parentsOf(
  world: RehearsalWorld,
  id?: string,
  name?: string,
): Promise<readonly Parent[]> {
  const { table, column } = columnCell(id)
  const question = { table, columns: [column, columnCell(name).column] }
  const values = await world.observed(`values ${JSON.stringify(question)}`, (target) =>
    observeValues(target, question),
  )
  return values.map(([parent, called]) => ({ id: parent ?? null, name: called ?? null }))
}

/** For each row of the plan's table the unlinked rows, sorted by cause. */
export async function causesOf(
  world: RehearsalWorld,
  rows: readonly Row[],
  bots: readonly string[],
): Promise<readonly UnlinkedRows[]> {
  const found: UnlinkedRows[] = []
  for (const row of rows) {
    const known = {
      members: await namesOf(world, row.members),
      everMembers: await namesOf(world, row['ever a member']),
      bots,
      aliases: loadAliases(),
    }
    found.push(unlinkedCauses(row.link ?? '', await groupsOf(world, row.link, row.name), known))
  }
  return found
}

/** Every name in a column, each once. */
export async function namesOf(world: RehearsalWorld, cell?: string): Promise<readonly string[]> {
  const groups = await groupsOf(world, cell)
  return groups.flatMap(({ key }) => (key === null ? [] : [key]))
}
