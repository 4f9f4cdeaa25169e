import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { buildDatabase } from '../src/fixture/databases/build-database.ts'
import { loadRecipe } from '../src/fixture/databases/load-recipe.ts'
import { loadDataSource } from '../src/harness/target/load-data-source.ts'
import { openStore } from '../src/harness/target/open-store.ts'

const ROOT = resolve(import.meta.dirname, '..')
/** Shorter ones, and one that is a word of SQL, stand in texts that are nobody's. */
const SHORTEST = 5
/** Gates that are breached there, with witnesses, and one that fails before it can judge. */
const BREACHED =
  '@DAT301 or @DAT302 or @DAT303 or @DAT304 or @DAT307 or @DAT314 or @PRF402 or @PRF406 or @PIP507'

describe('a run that leaves names out', () => {
  let folder: string
  let file: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stagegate-anonymous-'))
    await using store = await openStore('sqlite')
    const source = await loadDataSource(join(ROOT, 'ormconfig.ts'))
    file = await buildDatabase(await loadRecipe('ids-lost'), { store, source, file: join(folder, 'lost.db') })
  })
  after(() => rm(folder, { recursive: true }))

  for (const options of [['--anonymous'], []]) {
    const told = options.length === 0
    it(
      told ? 'names them where it is not asked to' : 'writes none of them, whatever is breached',
      async () => {
        const reports = join(folder, told ? 'told' : 'anonymous')
        const args = ['verify', '--database', file, '--tags', BREACHED, '--reports', reports, ...options]
        const run = spawnSync(process.execPath, ['bin/stagegate.mjs', ...args], {
          cwd: ROOT,
          encoding: 'utf8',
          env: { ...process.env, NODE_TEST_CONTEXT: undefined },
        })
        expect(run.status, run.stderr).to.equal(1)
        const texts = await textsOf(reports)
        expect(Object.keys(texts)).to.include.members([
          'run.json',
          'index.html',
          'cucumber.html',
          'junit.xml',
        ])
        const found = Object.entries({ ...texts, terminal: run.stdout + run.stderr }).flatMap(
          ([name, text]) => namesIn(file, text).map((person) => `${name}: ${person}`),
        )
        if (told) expect(found).to.not.deep.equal([])
        else expect(found).to.deep.equal([])
      },
    )
  }
})

async function textsOf(reports: string): Promise<Readonly<Record<string, string>>> {
  const files = await readdir(reports)
  return Object.fromEntries(
    await Promise.all(
      files.map(async (name) => [name, await readFile(join(reports, name), 'utf8')] as const),
    ),
  )
}

function namesIn(file: string, text: string): readonly string[] {
  const database = new Database(file, { readonly: true })
  try {
    const rows = database
      .prepare<[], { name: string | null }>(
        `SELECT username AS name FROM clan_members UNION SELECT author_name FROM discord_messages
         UNION SELECT username FROM wom_snapshots`,
      )
      .all()
    const people = rows.flatMap(({ name }) => (name !== null && name.trim().length >= SHORTEST ? [name] : []))
    expect(people.length).to.be.above(20)
    return people.filter((name) => text.includes(name))
  } finally {
    database.close()
  }
}
