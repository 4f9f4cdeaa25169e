import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Sqlite from 'better-sqlite3'
import { expect } from 'chai'
import { buildDatabase } from '../fixture/databases/build-database.ts'
import { loadRecipe } from '../fixture/databases/load-recipe.ts'
import { loadDataSource } from '../harness/target/load-data-source.ts'
import { openStore } from '../harness/target/open-store.ts'
import { type TemporaryFolder, temporaryFolder } from '../harness/target/testing/temporary-folder.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { type AdoptionMeans, adoptForGood } from './adopt-for-good.ts'
import { planAdoption } from './plan-adoption.ts'

const DATA_SOURCE = resolve('ormconfig.ts')
const NEVER: AdoptionMeans = {
  refuseInUse: () => Promise.reject(new Error('it should not come to that')),
  backUp: () => Promise.reject(new Error('it should not come to that')),
}
const PAST = ['InitialSchema', 'AddIndexesForPerformance', 'DedupSnapshots']

describe('adoptForGood', () => {
  let folder: TemporaryFolder
  before(async () => {
    folder = await temporaryFolder()
  })
  after(() => folder[Symbol.asyncDispose]())

  const built = async (recipe: string) => {
    await using store = await openStore('sqlite')
    const source = await loadDataSource(DATA_SOURCE)
    const file = join(folder.path, `${recipe}.db`)
    return await buildDatabase(await loadRecipe(recipe), { store, source, file })
  }
  const request = (database: string, ...accepted: string[]) => ({
    database,
    dataSource: DATA_SOURCE,
    accepted,
  })
  const adopted = (database: string, means: AdoptionMeans, ...accepted: string[]) =>
    adoptForGood(request(database, ...accepted), means, () => {}, new AbortController().signal)

  it('takes a backup of what was there, then records, and changes nothing else', async () => {
    const file = await built('production-as-it-is')
    const before = await hashOf(file)
    const rows = rowsOf(file)
    const order: string[] = []
    const done = await adopted(file, {
      refuseInUse: async () => {
        order.push('in use?')
        return ['nobody was asked']
      },
      backUp: async ({ address }) => {
        order.push(address.engine === 'sqlite' ? await hashOf(address.file) : '')
        return { file: 'a.db', unchecked: ['its rows were not read'] }
      },
    })
    expect(order).to.deep.equal(['in use?', before, 'in use?'])
    expect(done).to.deep.include({
      migrations: PAST,
      backup: 'a.db',
      obstacles: [],
      unchecked: ['nobody was asked', 'its rows were not read'],
    })
    expect(recordedIn(file)).to.deep.equal(PAST)
    expect(rowsOf(file)).to.deep.equal(rows)
  })

  it('does nothing where the past is recorded already', async () => {
    const file = await built('recorded-by-typeorm')
    const done = await unchanged(file, () => adopted(file, NEVER))
    expect(done).to.deep.include({ migrations: [], backup: null })
  })

  it('refuses what nobody can tell', async () => {
    const file = await built('contradicting-records')
    const { source, backup } = await unchanged(file, () => adopted(file, NEVER))
    expect(source.at).to.equal(null)
    expect(backup).to.equal(null)
  })

  it('refuses what is missing, until somebody accepts each object by its name', async () => {
    const file = await built('add-missing-indexes-003-without-its-indexes')
    const [first = '', ...others] = INDEXES
    const some = await unchanged(file, () => adopted(file, NEVER, ...others))
    expect(some.obstacles.map(({ object }) => object)).to.deep.equal([first])
    const misspelt = await unchanged(file, () => adopted(file, NEVER, ...INDEXES, 'index idx'))
    expect(misspelt.unfound).to.deep.equal(['index idx'])
    const done = await adopted(file, { refuseInUse: async () => [], backUp }, ...INDEXES)
    expect(done.backup).to.equal('a.db')
    expect(recordedIn(file)).to.have.length(5)
  })

  it('refuses what the old system left behind', async () => {
    for (const recipe of ['what-the-old-system-left-behind', 'downgrade-recorded-and-not-done']) {
      const file = await built(recipe)
      expect((await unchanged(file, () => adopted(file, NEVER))).obstacles, recipe).not.to.have.length(0)
    }
  })

  it('writes nothing while somebody has it open, and nothing without its backup', async () => {
    const file = await built('dedup-snaps-002-as-alembic-made-it')
    const no = () => Promise.reject(new StagegateError({ what: 'No.' }))
    await unchanged(file, () => refusal(adopted(file, { ...NEVER, refuseInUse: no })))
    await unchanged(file, () => refusal(adopted(file, { refuseInUse: async () => [], backUp: no })))
  })

  it('writes nothing where somebody changed it since it was looked at', async () => {
    const file = await built('dedup-snaps-002-as-alembic-made-it')
    const tampering: AdoptionMeans = {
      refuseInUse: async () => [],
      async backUp() {
        change(file, 'DROP TABLE skill_snapshots')
        return { file: 'a.db', unchecked: [] }
      },
    }
    expect((await refusal(adopted(file, tampering))).text.what).to.equal(
      'The database has changed since it was looked at.',
    )
    expect(recordedIn(file)).to.equal(null)
  })

  it('says that it could not be written, and leaves it as it was', async () => {
    const file = await built('dedup-snaps-002-as-alembic-made-it')
    using holder = new HeldFile(file)
    holder.database.exec('BEGIN IMMEDIATE')
    const failure = await refusal(adopted(file, { refuseInUse: async () => [], backUp }))
    expect(failure.text.what).to.match(/^The past could not be recorded: .*database is locked/)
    holder.database.exec('ROLLBACK')
    expect(recordedIn(file)).to.equal(null)
  })

  it('stops before it writes when it is broken off', async () => {
    const file = await built('dedup-snaps-002-as-alembic-made-it')
    const controller = new AbortController()
    const means: AdoptionMeans = {
      refuseInUse: async () => [],
      async backUp() {
        controller.abort(new Error('enough'))
        return { file: 'a.db', unchecked: [] }
      },
    }
    const failure = await unchanged(file, () =>
      adoptForGood(request(file), means, () => {}, controller.signal).catch((error: unknown) => error),
    )
    expect(String(failure)).to.equal('Error: enough')
  })

  it('plans without writing anything, beside it either', async () => {
    const file = await built('production-as-it-is')
    change(file, 'PRAGMA journal_mode = WAL')
    const beside = await readdir(folder.path)
    const plan = await unchanged(file, () =>
      planAdoption(request(file), () => {}, new AbortController().signal),
    )
    expect(plan).to.deep.include({ migrations: PAST, obstacles: [], unfound: [] })
    expect(await readdir(folder.path)).to.deep.equal(beside)
  })

  it('records in a database with a write-ahead log, too', async () => {
    const file = await built('dedup-snaps-002-as-alembic-made-it')
    change(file, 'PRAGMA journal_mode = WAL')
    await adopted(file, { refuseInUse: async () => [], backUp })
    expect(recordedIn(file)).to.deep.equal(PAST)
  })
})

const INDEXES = [
  'index idx_boss_snapshots_boss_name_kills',
  'index idx_clan_members_joined_at',
  'index idx_discord_messages_created_at_author_name',
  'index idx_wom_records_fetch_date',
]

const backUp = async () => ({ file: 'a.db', unchecked: [] })

/** A connection that is closed in the end. */
class HeldFile implements Disposable {
  readonly database: Sqlite.Database
  constructor(file: string) {
    this.database = new Sqlite(file)
  }
  [Symbol.dispose]() {
    this.database.close()
  }
}

async function unchanged<T>(file: string, work: () => Promise<T>): Promise<T> {
  const before = await hashOf(file)
  const result = await work()
  expect(await hashOf(file)).to.equal(before)
  return result
}

async function refusal(work: Promise<unknown>): Promise<StagegateError> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure instanceof StagegateError) return failure
  throw new Error(`not refused: ${failure}`)
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}

function change(file: string, sql: string): void {
  using holder = new HeldFile(file)
  holder.database.exec(sql)
}

/** Names without their timestamps; null without the table. */
function recordedIn(file: string): readonly string[] | null {
  using holder = new HeldFile(file)
  const { database } = holder
  if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").get() === undefined)
    return null
  const names = database.prepare<[], string>('SELECT name FROM migrations ORDER BY id').pluck().all()
  return names.map((name) => name.replace(/\d{13}$/, ''))
}

/** Every object but TypeORM's, with its text, and the rows of the tables. */
function rowsOf(file: string): unknown {
  using holder = new HeldFile(file)
  const { database } = holder
  const objects = database
    .prepare<[], { readonly name: string; readonly type: string }>(
      "SELECT name, type, sql FROM sqlite_master WHERE name NOT IN ('migrations', 'sqlite_sequence') ORDER BY name",
    )
    .all()
  const tables = objects.filter(({ type }) => type === 'table')
  return [objects, tables.map(({ name }) => database.prepare(`SELECT * FROM "${name}"`).safeIntegers().all())]
}
