import { Then } from '@cucumber/cucumber'
import { GRANTED_TABLES } from '../src/fixture/granted-tables.ts'
import { none } from '../src/harness/gate/tolerance.ts'
import { catalogDrift } from '../src/harness/measurement/catalog-drift.ts'
import { driftStatements } from '../src/harness/measurement/drift-statements.ts'
import { privilegeChanges } from '../src/harness/measurement/privilege-changes.ts'
import { unfinishedObjects } from '../src/harness/measurement/unfinished-objects.ts'
import { unusedIndexes } from '../src/harness/measurement/unused-indexes.ts'
import type { Destination } from '../src/harness/migration/migrate.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { observeDrift } from '../src/harness/observation/observe-drift.ts'
import { observePlans } from '../src/harness/observation/observe-plans.ts'
import { parseQueries } from '../src/harness/observation/parse-queries.ts'
import type { Catalog } from '../src/harness/vocabulary/catalog.ts'
import type { RehearsalWorld } from './support/world.ts'

Then(
  'the catalog is the baseline of {migration}',
  async function (this: RehearsalWorld, migration: Destination) {
    const { baseline, subject } = await accepted(this, migration)
    this.submit([[catalogDrift(subject, baseline, await observeCatalog(this.target)), none]])
  },
)

Then(
  'the catalog is the baseline of {migration} with what was made by hand',
  async function (this: RehearsalWorld, migration: Destination) {
    const { baseline, subject, handMade } = await accepted(this, migration)
    const catalog = await observeCatalog(this.target)
    await showEnds(this, migration, catalog)
    this.submit([[catalogDrift(subject, baseline, catalog, handMade), none]])
  },
)

Then('the catalog is the same as before', async function (this: RehearsalWorld) {
  const before = await this.origin.catalog()
  this.submit([[catalogDrift('catalog', before, await observeCatalog(this.target)), none]])
})

Then('no constraint and no index is unfinished', async function (this: RehearsalWorld) {
  this.submit([[unfinishedObjects(await observeCatalog(this.target)), none]])
})

Then('the privileges are the same as before', async function (this: RehearsalWorld) {
  const before = await this.origin.catalog()
  this.submit([[privilegeChanges(before, await observeCatalog(this.target)), none]])
})

Then('TypeORM would change nothing', async function (this: RehearsalWorld) {
  const { isReal, handMade } = await this.laboratory()
  const { tables } = await observeCatalog(this.target)
  const statements = await observeDrift(this.target)
  const accepted = isReal ? handMade : []
  const drift = statements.filter((sql) => !dropsOneOf(accepted, sql))
  this.submit([[driftStatements(drift, tables.length), none]])
})

Then(
  'every index that {migration} did not have is used by a query of {string}',
  async function (this: RehearsalWorld, migration: Destination, file: string) {
    const laboratory = await this.laboratory()
    const plans = await observePlans(this.target, parseQueries(await laboratory.queries(file), file))
    const before = await laboratory.baseline(migration)
    const after = without(laboratory.handMade, await observeCatalog(this.target))
    this.submit([[unusedIndexes(before, after, plans), none]])
  },
)

/** What somebody made by hand in a real database TypeORM would drop. Of a fixture that is known, and the entities name it. */
function dropsOneOf(accepted: readonly string[], sql: string): boolean {
  const [, index] = /^DROP INDEX (?:"[^"]+"\.)?"([^"]+)"$/.exec(sql) ?? []
  return index !== undefined && accepted.includes(`index ${index}`)
}

/** What everybody may read, as a catalog calls it; where there are no privileges there is none to accept. */
const PRIVILEGES = GRANTED_TABLES.map((table) => `privilege SELECT on ${table} for public`)

/** An index that somebody made by hand came with no migration, whatever it is good for. */
function without(handMade: readonly string[], catalog: Catalog): Catalog {
  const tables = catalog.tables.map(({ indexes, ...table }) => ({
    ...table,
    indexes: indexes.filter(({ name }) => !handMade.includes(`index ${name}`)),
  }))
  return { ...catalog, tables }
}

/** What the schema is at both ends of the refactoring is worth a page; what it is on the way, a judgement. */
async function showEnds(world: RehearsalWorld, migration: Destination, catalog: Catalog): Promise<void> {
  const laboratory = await world.laboratory()
  const [at, first, head] = [migration, laboratory.first, 'head'].map(
    (each) => laboratory.historyUpTo(each).at(-1)?.name,
  )
  if (at !== undefined && [first, head].includes(at)) world.addSchema({ at, catalog })
}

async function accepted(world: RehearsalWorld, migration: Destination) {
  const laboratory = await world.laboratory()
  const baseline = await laboratory.baseline(migration)
  const handMade = [...laboratory.handMade, ...(laboratory.isReal ? [] : PRIVILEGES)]
  return { baseline, subject: `catalog at ${migration}`, handMade }
}
