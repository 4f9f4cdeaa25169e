import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { migrate } from '../../src/harness/migration/migrate.ts'
import { loadDataSource } from '../../src/harness/target/load-data-source.ts'
import { open } from '../../src/harness/target/open.ts'
import { temporaryFolder } from '../../src/harness/target/testing/temporary-folder.ts'
import { openWorkspace } from '../../src/harness/target/workspace.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'
import { type RedTwin, readRedTwin, writeRedTwin } from './red-twin.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const RED = join(ROOT, 'fixtures/red')
const twin = (changes: Partial<RedTwin>): RedTwin => ({ gate: 'DAT301', title: 'a mistake', ...changes })
const MIGRATION = 'src/schema/migrations/1766397600000-DropUnusedTables.ts'

/** By their paths below `fixtures/red`, without ending. */
async function everyTwin(): Promise<readonly string[]> {
  const files = await readdir(RED, { recursive: true })
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length))
}

describe('readRedTwin', () => {
  it('reads every red twin, those of gates each under the code of its gate', async () => {
    const twins = (await readdir(RED)).filter((file) => /^[A-Z]{3}\d{3}\.json$/.test(file))
    expect(twins).not.to.deep.equal([])
    for (const file of twins) {
      expect((await readRedTwin(file.slice(0, -5))).gate).to.equal(file.slice(0, -5))
    }
    for (const name of await everyTwin()) {
      const { gate, title } = await readRedTwin(name)
      expect(gate).to.match(/^[A-Z]{3}\d{3}$/)
      expect(title).not.to.equal('')
    }
  })
})

describe('features/harness', () => {
  it('runs every red twin that there is', async () => {
    const folder = join(ROOT, 'features/harness')
    const features = await Promise.all(
      (await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')),
    )
    const cells = new Set(features.flatMap((text) => [...text.matchAll(/[\w/-]+/g)].map(([cell]) => cell)))
    const names = (await everyTwin()).map((name) => name.replace(/^faults\//, ''))
    expect(names.filter((name) => !cells.has(name))).to.deep.equal([])
  })
})

describe('writeRedTwin', () => {
  it('finds in the source of today what every red twin changes', async () => {
    await using folder = await temporaryFolder()
    for (const name of await everyTwin()) await writeRedTwin(await readRedTwin(name), join(folder.path, name))
  })

  it('changes exactly the text it names, in a copy, and nothing of the original', async () => {
    await using folder = await temporaryFolder()
    const original = await readFile(join(ROOT, MIGRATION), 'utf8')
    const edits = [
      { file: MIGRATION, replace: 'export class DropUnusedTables', with: 'export class Renamed' },
    ]
    const config = await writeRedTwin(twin({ edits }), folder.path)
    expect(config).to.equal(join(folder.path, 'ormconfig.ts'))
    expect(await readFile(join(folder.path, MIGRATION), 'utf8')).to.equal(
      original.replace('export class DropUnusedTables', 'export class Renamed'),
    )
    expect(await readFile(join(ROOT, MIGRATION), 'utf8')).to.equal(original)
    const copied = await readdir(join(folder.path, 'src/schema'), { recursive: true })
    expect(copied.filter((file) => file.endsWith('.test.ts'))).to.deep.equal([])
  })

  it('clears away the twin of before', async () => {
    await using folder = await temporaryFolder({ 'src/schema/migrations/1-Old.ts': 'export class Old1 {}' })
    await writeRedTwin(twin({}), folder.path)
    expect(existsSync(join(folder.path, 'src/schema/migrations/1-Old.ts'))).to.equal(false)
  })

  for (const [what, replace] of [
    ['is not there', 'no such text at all'],
    ['is there twice', 'runner'],
  ]) {
    it(`refuses to change a text that ${what}`, async () => {
      await using folder = await temporaryFolder()
      const edits = [{ file: MIGRATION, replace: replace ?? '', with: '' }]
      const error = await writeRedTwin(twin({ edits }), folder.path).catch((thrown: unknown) => thrown)
      expect(error).to.be.instanceOf(StagegateError)
      expect((error as StagegateError).text.where)
        .to.contain(MIGRATION)
        .and.to.contain(replace)
    })
  }

  it('refuses a migration that does not exist', async () => {
    await using folder = await temporaryFolder()
    const error = await writeRedTwin(twin({ migration: 'Nowhere' }), folder.path).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).to.be.instanceOf(RangeError)
  })

  it('sends its statements before and after the real ones, and names in quotes do no harm', async () => {
    await using folder = await temporaryFolder()
    const statements = twin({
      migration: 'DropUnusedTables',
      beforeUp: ['CREATE TABLE before_up ("a`b\'\\" integer)'],
      afterUp: ['CREATE TABLE after_up (a)'],
      afterDown: [`INSERT INTO skill_snapshots (snapshot_id, skill_name, level) VALUES (1, 'x', 7)`],
    })
    const { dataSource } = await loadDataSource(await writeRedTwin(statements, folder.path))
    const workspace = await openWorkspace({ STAGEGATE_CACHE: join(folder.path, 'cache') })
    await using target = await open({ workspace, dataSource, label: 'twin' })
    const [, , , up] = await migrate(target, 'DropUnusedTables')
    expect(up).to.include({ migration: 'DropUnusedTables' }).and.not.to.have.property('failure')
    const [down] = await migrate(target, 'DedupSnapshots')
    expect(down).to.include({ direction: 'down' }).and.not.to.have.property('failure')
    const opened = await target.dataSource().initialize()
    expect(await opened.query('SELECT level FROM skill_snapshots')).to.deep.equal([{ level: 7 }])
    expect(await opened.query('SELECT * FROM before_up, after_up')).to.deep.equal([])
    await opened.destroy()
  })
})
