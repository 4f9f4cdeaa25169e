/**
 * Writes the catalog after each migration, from an empty database, as the baseline of it. Accepting is a person's act:
 * read the difference that this leaves in the work tree before you commit it.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { migrate } from '../src/harness/migration/migrate.ts'
import { readHistory } from '../src/harness/migration/read-history.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { loadDataSource } from '../src/harness/target/load-data-source.ts'
import { open } from '../src/harness/target/open.ts'
import { openWorkspace } from '../src/harness/target/workspace.ts'

const folder = resolve(import.meta.dirname, '../fixtures/baselines')
const { dataSource } = await loadDataSource('ormconfig.ts')
await mkdir(folder, { recursive: true })
await using target = await open({ workspace: await openWorkspace(), dataSource, label: 'baseline' })
for (const { name } of await readHistory(dataSource)) {
  const failed = (await migrate(target, name)).find((step) => step.failure)
  if (failed) throw new Error(`${name} fails: ${failed.failure?.message}`)
  await writeFile(
    resolve(folder, `${name}.json`),
    `${JSON.stringify(await observeCatalog(target), null, 2)}\n`,
  )
  console.log(`fixtures/baselines/${name}.json`)
}
