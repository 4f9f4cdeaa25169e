import { type DataTable, Then } from '@cucumber/cucumber'
import { loadAliases } from '../src/fixture/load-aliases.ts'
import { loadBots } from '../src/fixture/load-bots.ts'
import { atLeast, atMost, exactly, none } from '../src/harness/gate/tolerance.ts'
import { declaredCauses } from '../src/harness/measurement/declared-causes.ts'
import { explainUnmatched } from '../src/harness/measurement/explain-unmatched.ts'
import { matchRate } from '../src/harness/measurement/match-rate.ts'
import { orphans } from '../src/harness/measurement/orphans.ts'
import { spelledOtherwise } from '../src/harness/measurement/spelled-otherwise.ts'
import { wrongLinks } from '../src/harness/measurement/wrong-links.ts'
import { observeLinkGroups } from '../src/harness/observation/observe-link-groups.ts'
import { observeNameRows } from '../src/harness/observation/observe-name-rows.ts'
import { observeOrphans } from '../src/harness/observation/observe-orphans.ts'
import type { Demand } from './support/demand.ts'
import { causesOf, groupsOf, namesOf, parentsOf } from './support/link-facts.ts'
import { columnCell, linkDemands, linkRuleCell, rateCell } from './support/table-cells.ts'
import type { RehearsalWorld } from './support/world.ts'

Then('the links match', async function (this: RehearsalWorld, table: DataTable) {
  const demands: Demand[] = []
  for (const row of table.hashes()) {
    demands.push(...linkDemands(row, matchRate(row.link ?? '', await groupsOf(this, row.link))))
  }
  this.submit(demands)
})

Then('the links match exactly as the profile declares', async function (this: RehearsalWorld) {
  const { profile } = await this.laboratory()
  const demands: Demand[] = []
  for (const [link, { matched }] of Object.entries(profile.expected.links)) {
    demands.push([matchRate(link, await groupsOf(this, link)), exactly(matched)])
  }
  this.submit(demands)
})

Then('the links match no less than before', async function (this: RehearsalWorld, table: DataTable) {
  const demands: Demand[] = []
  for (const { link = '' } of table.hashes()) {
    const { table: of, column } = columnCell(link)
    const question = { table: of, key: column, link: column }
    const before = matchRate(link, await observeLinkGroups(this.origin.target, question))
    const now = matchRate(link, await observeLinkGroups(this.target, question))
    // A rate that is the same must not fail for the last digit of a double.
    demands.push([now, atLeast((before.value / before.population) * (1 - 4 * Number.EPSILON))])
  }
  this.submit(demands)
})

Then('every link is the one that its rule gives', async function (this: RehearsalWorld, table: DataTable) {
  const demands: Demand[] = []
  for (const row of table.hashes()) {
    const groups = await groupsOf(this, row.link, row.by)
    const parents = await parentsOf(this, row['refers to'], row['which equals'])
    demands.push([wrongLinks(row.link ?? '', groups, parents, linkRuleCell(row.rule)), none])
  }
  this.submit(demands)
})

Then('no row is an orphan', async function (this: RehearsalWorld, table: DataTable) {
  const demands: Demand[] = []
  for (const row of table.hashes()) {
    const parent = columnCell(row['refers to'])
    const question = { ...columnCell(row.link), parent: parent.table, parentColumn: parent.column }
    demands.push([orphans(row.link ?? '', parent.table, await observeOrphans(this.target, question)), none])
  }
  this.submit(demands)
})

Then('every unlinked row has a cause', async function (this: RehearsalWorld, table: DataTable) {
  const found = await causesOf(this, table.hashes(), await loadBots())
  this.submit(found.map(({ unexplained }) => [unexplained, none]))
})

Then(
  'the causes of unlinked rows are those that the profile declares',
  async function (this: RehearsalWorld, table: DataTable) {
    const { unlinked } = (await this.laboratory()).profile.expected
    const declared = new Map<string, Readonly<Record<string, number>>>(Object.entries(unlinked))
    const found = await causesOf(this, table.hashes(), await loadBots())
    this.submit(found.map((causes) => [declaredCauses(causes, declared.get(causes.link) ?? {}), none]))
  },
)

Then(
  'unlinked rows are explained, and of all rows those that are only spelled otherwise are',
  async function (this: RehearsalWorld, table: DataTable) {
    const aliases = loadAliases()
    const demands: Demand[] = []
    for (const { link = '', name = '', members, at = '', 'at most': most } of table.hashes()) {
      const question = { table: columnCell(link).table, name, link: columnCell(link).column, moment: at }
      const rows = await observeNameRows(this.target, question)
      const known = await namesOf(this, members)
      this.addUnmatched(explainUnmatched(link, rows, known, aliases))
      demands.push([spelledOtherwise(link, rows, known, aliases), atMost(rateCell(most))])
    }
    this.submit(demands)
  },
)
