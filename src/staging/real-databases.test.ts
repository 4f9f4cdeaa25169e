import { after, before, it } from 'node:test'
import { expect } from 'chai'
import { listRecipes, loadRecipe } from '../fixture/databases/load-recipe.ts'
import { makeDatabase } from '../fixture/databases/make-database.ts'
import { type Migration, shortName } from '../harness/migration/history.ts'
import { migrate } from '../harness/migration/migrate.ts'
import { readHistory } from '../harness/migration/read-history.ts'
import { observeHistory } from '../harness/observation/observe-history.ts'
import { observeRevisions } from '../harness/observation/observe-revisions.ts'
import { type LoadedDataSource, loadDataSource } from '../harness/target/load-data-source.ts'
import { openStore } from '../harness/target/open-store.ts'
import type { OpenTarget } from '../harness/target/open-target.ts'
import type { Store } from '../harness/target/store.ts'
import { onEveryEngine } from '../harness/target/testing/on-every-engine.ts'
import type { Standing } from '../harness/vocabulary/source-record.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { adopt } from './adopt.ts'
import { standingOf } from './standing-of.ts'

const recipes = await Promise.all(
  (await listRecipes()).map(async (name) => ({ name, ...(await loadRecipe(name)) })),
)

onEveryEngine('a real database', (engine) => {
  let store: Store
  let source: LoadedDataSource
  let history: readonly Migration[]

  before(async () => {
    store = await openStore(engine)
    source = await loadDataSource('ormconfig.ts')
    history = await readHistory(source.dataSource)
  })
  after(() => store[Symbol.asyncDispose]())

  const recorded = async (target: OpenTarget) =>
    (await observeHistory(target)).map(({ name }) => shortName(name))
  const past = (at: string) => {
    const names = history.map(({ name }) => name)
    return names.slice(0, names.indexOf(at) + 1)
  }

  for (const recipe of recipes.filter((each) => (each.engine ?? engine) === engine)) {
    const { name, title, expected, record } = recipe

    it(`is recognised: ${name}: ${title}`, async () => {
      await using target = await makeDatabase(recipe, { store, source })
      const standing = await standingOf(target, history)
      expect(standing.at).to.equal(expected.at)
      expect(standing.doubt ?? '').to.contain(expected.doubt ?? '')
      expect(standing.doubt === null).to.equal(expected.at !== null)
      expect(named(standing)).to.have.members(expected.findings)
      if (standing.at === null) await cannotBeAdopted(target, standing)
      else await isAdopted(target, standing, standing.at)
    })

    const cannotBeAdopted = async (target: OpenTarget, standing: Standing) => {
      const before = await recorded(target).catch(() => 'a stranger')
      const failure = await adopt(target, standing, history).catch((error: unknown) => error)
      expect(failure).to.be.instanceOf(StagegateError)
      expect(await recorded(target).catch(() => 'a stranger')).to.deep.equal(before)
    }

    const isAdopted = async (target: OpenTarget, standing: Standing, at: string) => {
      const said = await adopt(target, standing, history)
      expect(said).to.deep.equal(record.migrations ? [] : past(at))
      expect(await recorded(target)).to.deep.equal(past(at))
      expect(await observeRevisions(target)).to.deep.equal(record.alembic ?? null)
      const again = await standingOf(target, history)
      expect(again).to.deep.include({ at, knownBy: 'migrations', findings: standing.findings })
      expect(await adopt(target, again, history)).to.deep.equal([])
      const steps = await migrate(target, 'head')
      const failed = steps.find(({ failure }) => failure)
      if (expected.refused === undefined) {
        expect(failed?.failure).to.equal(undefined)
        expect(await recorded(target)).to.deep.equal(history.map((migration) => migration.name))
      } else expect(failed?.failure?.message).to.contain(expected.refused)
    }
  }
})

/** On a server the fixture is readable for everybody, which no recipe has to say of itself. */
function named({ findings }: Standing): readonly string[] {
  return findings
    .map(({ kind, object }) => `${kind} ${object}`)
    .filter((name) => !name.startsWith('extra privilege '))
}
