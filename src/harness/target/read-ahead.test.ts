import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readAhead } from './read-ahead.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

describe('readAhead', () => {
  it('reads a file to its end', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'a.db')
    await writeFile(file, Buffer.alloc(2.5 * (1 << 20)))
    expect(await readAhead({ engine: 'sqlite', file })).to.equal(2.5 * (1 << 20))
  })

  it('leaves a file alone that would drive everything else out of memory', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'a.db')
    await writeFile(file, '')
    // Nothing is written: it is a hole.
    await truncate(file, 2 ** 42)
    expect(await readAhead({ engine: 'sqlite', file })).to.equal(0)
  })

  it('leaves it to whoever opens the database to say that there is none', async () => {
    await using folder = await temporaryFolder()
    expect(await readAhead({ engine: 'sqlite', file: join(folder.path, 'none.db') })).to.equal(0)
    expect(await readAhead({ engine: 'sqlite', file: folder.path })).to.equal(0)
  })

  it('does not reach for a server', async () => {
    const nowhere = { host: '127.0.0.1', port: 1, user: 'x', password: 'x', database: 'x' }
    expect(await readAhead({ engine: 'postgres', ...nowhere })).to.equal(0)
  })
})
