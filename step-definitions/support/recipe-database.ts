import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildDatabase } from '../../src/fixture/databases/build-database.ts'
import { loadRecipe } from '../../src/fixture/databases/load-recipe.ts'
import { loadDataSource } from '../../src/harness/target/load-data-source.ts'
import { openStore } from '../../src/harness/target/open-store.ts'
import { openWorkspace, ownFolder } from '../../src/harness/target/workspace.ts'

/** A real database that was made by a recipe. It goes when it is disposed of. */
export interface RecipeDatabase extends AsyncDisposable {
  readonly file: string
}

/** Makes the database of a recipe of `fixtures/databases`, as a file of its own. */
export async function recipeDatabase(name: string): Promise<RecipeDatabase> {
  const folder = await mkdtemp(join(await ownFolder(await openWorkspace()), 'database-'))
  await using store = await openStore('sqlite')
  const source = await loadDataSource('ormconfig.ts')
  const file = await buildDatabase(await loadRecipe(name), {
    store,
    source,
    file: join(folder, `${name}.db`),
  })
  return { file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
