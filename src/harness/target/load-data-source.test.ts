import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { loadDataSource } from './load-data-source.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const IMPORT = `import { DataSource } from 'typeorm'\n`
const configured = (migrations: string) =>
  `${IMPORT}export const dataSource = new DataSource({ type: 'better-sqlite3', database: 'x.db', migrations: ${migrations} })`

async function refusal(text: string): Promise<string> {
  await using folder = await temporaryFolder({ 'config.ts': text })
  return await loadDataSource('config.ts', folder.path).then(
    () => 'nothing was thrown',
    (error: unknown) => {
      expect(error).to.be.instanceOf(StagegateError)
      return (error as StagegateError).text.what
    },
  )
}

async function folders(migrations: string): Promise<readonly string[]> {
  await using folder = await temporaryFolder({ 'config.ts': configured(migrations) })
  const loaded = await loadDataSource('config.ts', folder.path)
  return loaded.migrationFolders.map((path) => path.replace(folder.path, '.'))
}

describe('loadDataSource', () => {
  it('gives the one data source of the file, not initialised, and where its migrations are', async () => {
    await using folder = await temporaryFolder({ 'config.ts': configured(`['migrations/*.ts']`) })
    const loaded = await loadDataSource('config.ts', folder.path)
    expect(loaded.file).to.equal(join(folder.path, 'config.ts'))
    expect(loaded.dataSource.options.database).to.equal('x.db')
    expect(loaded.dataSource.isInitialized).to.equal(false)
    expect(loaded.migrationFolders).to.deep.equal([join(folder.path, 'migrations')])
  })

  it('takes the same data source under two names for one', async () => {
    expect(await refusal(`${configured(`['m/*.ts']`)}\nexport default dataSource`)).to.equal(
      'nothing was thrown',
    )
  })

  it('refuses a file that is missing, naming it', async () => {
    await using folder = await temporaryFolder()
    const error = await loadDataSource('nowhere.ts', folder.path).catch((thrown) => thrown)
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.text.what).to.contain('there is no such file')
    expect(error.text.where).to.equal(join(folder.path, 'nowhere.ts'))
    expect(error.cause.code).to.equal('ENOENT')
  })

  it('refuses a file that does not load, with the reason', async () => {
    expect(await refusal(`throw new Error('no password')`)).to.contain('it does not load: no password')
  })

  it('refuses none, and two', async () => {
    expect(await refusal('export const answer = 42')).to.contain('exports no DataSource')
    const two = `${configured(`['m/*.ts']`)}\nexport const other = new DataSource({ type: 'better-sqlite3', database: 'y.db' })`
    expect(await refusal(two)).to.contain('exports 2 DataSource objects')
  })

  it('refuses migrations that are not all given as patterns: what makes a state could not be known', async () => {
    const unknown = 'not given as file patterns'
    expect(await refusal(configured('[]'))).to.contain(unknown)
    expect(await refusal(configured('[class First1766000000001 {}]'))).to.contain(unknown)
    expect(await refusal(configured(`['m/*.ts', class First1766000000001 {}]`))).to.contain(unknown)
  })

  it('finds the folder of every pattern, before the first wildcard', async () => {
    expect(await folders(`['a/*.ts', 'b/c/1-First.ts']`)).to.deep.equal(['./a', './b/c'])
    expect(await folders(`['a/**/*.ts']`)).to.deep.equal(['./a'])
    expect(await folders(`['a/{b,c}/*.{ts,js}']`)).to.deep.equal(['./a'])
    expect(await folders(`['a/@(b|c)/*.ts']`)).to.deep.equal(['./a'])
    expect(await folders(`{ first: 'a/*.ts' }`)).to.deep.equal(['./a'])
    expect(await folders(`['/else/where/*.ts']`)).to.deep.equal(['/else/where'])
  })
})
