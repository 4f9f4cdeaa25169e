import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { buildDatabase } from '../../../src/fixture/databases/build-database.ts'
import { loadRecipe } from '../../../src/fixture/databases/load-recipe.ts'
import {
  type TemporaryFolder,
  temporaryFolder,
} from '../../../src/harness/target/testing/temporary-folder.ts'
import { openWorkspace, type Workspace } from '../../../src/harness/target/workspace.ts'
import { type DatabaseContext, databaseContext } from './database-context.ts'

const RECIPE = 'dedup-snaps-002-as-alembic-made-it'
const TABLES = ['alembic_version', 'clan_members', 'wom_snapshots', 'discord_messages', 'sqlite_sequence']

/** The schema, and the rows of the tables that tell two databases apart. */
function contentsOf(file: string) {
  const database = new Database(file, { readonly: true })
  try {
    const rows = (sql: string) => database.prepare(sql).all()
    return {
      schema: rows('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'),
      rows: TABLES.map((table) => rows(`SELECT * FROM "${table}" ORDER BY rowid`)),
    }
  } finally {
    database.close()
  }
}

describe('databaseContext', () => {
  let folder: TemporaryFolder
  let workspace: Workspace
  let context: DatabaseContext

  before(async () => {
    folder = await temporaryFolder()
    workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    context = await databaseContext('tiny', workspace)
  })
  after(() => folder[Symbol.asyncDispose]())

  it('is a file that its owner may write, and keeps neither the fixture nor a second copy', async () => {
    expect((await stat(context.file)).mode & 0o200).to.equal(0o200)
    expect(await readdir(workspace.states)).to.deep.equal([])
    expect(await readdir(join(workspace.work, String(process.pid)))).to.deep.equal([])
  })

  it('makes what the project has as the database that Alembic made, and nobody touched', async () => {
    const { store, source } = context.options
    const file = join(folder.path, 'recipe.db')
    await buildDatabase(await loadRecipe(RECIPE), { store, source, file })
    await store.clear()
    expect(contentsOf(context.file)).to.deep.equal(contentsOf(file))
  })

  it('is made once', async () => {
    const before = await stat(context.file, { bigint: true })
    expect((await databaseContext('tiny', workspace)).file).to.equal(context.file)
    const { ino, mtimeNs } = await stat(context.file, { bigint: true })
    expect([ino, mtimeNs]).to.deep.equal([before.ino, before.mtimeNs])
  })

  it('replaces what an older generator made of the same profile, and nothing else', async () => {
    const others = ['tiny', 'load'].map((profile) => `${profile}-at-DedupSnapshots-0000000000000000.db`)
    const databases = dirname(context.file)
    for (const name of others) await writeFile(join(databases, name), '')
    await rm(context.file)
    await databaseContext('tiny', workspace)
    expect(await readdir(databases)).to.have.members([basename(context.file), others[1]])
  })
})
