import { resolve } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { migrate } from '../harness/migration/migrate.ts'
import { inPlace } from '../harness/target/in-place.ts'
import { loadDataSource } from '../harness/target/load-data-source.ts'
import { needsPostgres, rowsOf } from '../harness/target/postgres/testing/needs-postgres.ts'
import { type TemporarySource, temporarySource } from '../harness/target/postgres/testing/temporary-source.ts'
import { runStatements } from '../harness/target/run-statements.ts'
import { checkSource } from '../harness/target/source/check-source.ts'
import { type AdoptionMeans, adoptForGood } from './adopt-for-good.ts'
import { planAdoption } from './plan-adoption.ts'

const DATA_SOURCE = resolve('ormconfig.ts')
const PAST = ['InitialSchema', 'AddIndexesForPerformance', 'DedupSnapshots']
const MEANS: AdoptionMeans = {
  refuseInUse: async () => [],
  backUp: async () => ({ file: 'a.dump', unchecked: [] }),
}

describe('adopting a database on a server of PostgreSQL', needsPostgres, () => {
  it('plans without writing, and records where it is asked to', async () => {
    await using source = await temporarySource('SELECT 1')
    await makeAlembics(source)
    const request = { database: source.url, dataSource: DATA_SOURCE, accepted: [] }
    const { signal } = new AbortController()
    const plan = await planAdoption(request, () => {}, signal)
    expect(plan).to.deep.include({ migrations: PAST, obstacles: [], unfound: [] })
    expect(JSON.stringify(plan)).not.to.contain(source.address.password)
    expect(await recordedIn(source)).to.equal(null)
    expect(await adoptForGood(request, MEANS, () => {}, signal)).to.include({ backup: 'a.dump' })
    expect(await recordedIn(source)).to.deep.equal(PAST)
    expect(await rowsOf(source.address, 'SELECT * FROM alembic_version')).to.deep.equal([
      { version_num: 'dedup_snaps_002' },
    ])
    expect(await planAdoption(request, () => {}, signal)).to.deep.include({ migrations: [] })
  })
})

/** The tables of `DedupSnapshots` with the record of Alembic. */
async function makeAlembics(source: TemporarySource): Promise<void> {
  const { dataSource } = await loadDataSource(DATA_SOURCE)
  await using target = inPlace(await checkSource(source.url), dataSource)
  await migrate(target, 'DedupSnapshots')
  await runStatements(target, [
    'DROP TABLE migrations',
    'CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)',
    "INSERT INTO alembic_version VALUES ('dedup_snaps_002')",
  ])
}

/** Names without their timestamps; null without the table. */
async function recordedIn({ address }: TemporarySource): Promise<readonly string[] | null> {
  const [table] = await rowsOf(address, "SELECT to_regclass('migrations') AS name")
  if (table.name === null) return null
  const rows = await rowsOf(address, 'SELECT name FROM migrations ORDER BY id')
  return rows.map(({ name }) => name.replace(/\d{13}$/, ''))
}
