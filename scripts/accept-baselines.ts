/**
 * Writes the catalog after each migration, from an empty database, as the baseline of it: on SQLite, and on PostgreSQL
 * where STAGEGATE_POSTGRES_URL names a server. Accepting is a person's act: read the difference that this leaves in the
 * work tree before you commit it.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { migrate } from '../src/harness/migration/migrate.ts'
import { readHistory } from '../src/harness/migration/read-history.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { loadDataSource } from '../src/harness/target/load-data-source.ts'
import { openStore } from '../src/harness/target/open-store.ts'
import { ENGINES, type Engine, engineName } from '../src/harness/vocabulary/engine.ts'

const ROOT = resolve(import.meta.dirname, '..')
const { dataSource } = await loadDataSource('ormconfig.ts')

for (const engine of ENGINES) {
  if (engine === 'postgres' && !process.env.STAGEGATE_POSTGRES_URL) {
    console.log(`${engineName(engine)}: left as it was, because STAGEGATE_POSTGRES_URL names no server`)
  } else await acceptOn(engine)
}

async function acceptOn(engine: Engine): Promise<void> {
  const folder = join('fixtures/baselines', engine)
  await mkdir(resolve(ROOT, folder), { recursive: true })
  await using store = await openStore(engine)
  await using target = await store.empty({ template: dataSource, label: 'baseline' })
  for (const { name } of await readHistory(dataSource)) {
    const failed = (await migrate(target, name)).find((step) => step.failure)
    if (failed) throw new Error(`${name} fails on ${engineName(engine)}: ${failed.failure?.message}`)
    const file = join(folder, `${name}.json`)
    await writeFile(resolve(ROOT, file), `${JSON.stringify(await observeCatalog(target), null, 2)}\n`)
    console.log(file)
  }
}
