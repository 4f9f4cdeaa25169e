import { cp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sourceHash } from './source-hash.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const FILES = { 'src/one.ts': 'one', 'src/deep/two.ts': 'two', 'lock.json': '{}' }

describe('sourceHash', () => {
  it('changes with the contents, the name and the number of files, however deep', async () => {
    await using folder = await temporaryFolder(FILES)
    const source = join(folder.path, 'src')
    const hashes = [await sourceHash([source])]
    await writeFile(join(source, 'deep/two.ts'), 'two, changed')
    hashes.push(await sourceHash([source]))
    await rename(join(source, 'deep/two.ts'), join(source, 'deep/three.ts'))
    hashes.push(await sourceHash([source]))
    await writeFile(join(source, 'four.ts'), '')
    hashes.push(await sourceHash([source]))
    expect(new Set(hashes)).to.have.length(4)
    expect(hashes[0]).to.match(/^[0-9a-f]{64}$/)
    await rm(join(source, 'four.ts'))
    expect(await sourceHash([source])).to.equal(hashes[2])
  })

  it('changes when text moves from one file to the next', async () => {
    await using one = await temporaryFolder({ 'src/a': 'xy', 'src/b': 'z' })
    await using other = await temporaryFolder({ 'src/a': 'x', 'src/b': 'yz' })
    expect(await sourceHash([join(one.path, 'src')])).not.to.equal(
      await sourceHash([join(other.path, 'src')]),
    )
  })

  it('does not depend on where the files lie', async () => {
    await using one = await temporaryFolder(FILES)
    await using other = await temporaryFolder()
    await cp(one.path, join(other.path, 'else/where'), { recursive: true })
    const paths = (at: string) => [join(at, 'src'), join(at, 'lock.json')]
    expect(await sourceHash(paths(one.path))).to.equal(
      await sourceHash(paths(join(other.path, 'else/where'))),
    )
  })

  it('takes files by themselves', async () => {
    await using folder = await temporaryFolder(FILES)
    const file = join(folder.path, 'lock.json')
    const before = await sourceHash([file])
    await writeFile(file, '{ }')
    expect(await sourceHash([file])).not.to.equal(before)
  })

  it('leaves out tests, and what is not accepted', async () => {
    await using folder = await temporaryFolder(FILES)
    const source = join(folder.path, 'src')
    const before = await sourceHash([source])
    await writeFile(join(source, 'deep/two.test.ts'), 'a test')
    expect(await sourceHash([source])).to.equal(before)
    await writeFile(join(source, 'later.ts'), 'later')
    expect(await sourceHash([source])).not.to.equal(before)
    expect(await sourceHash([source], (path) => path !== join(source, 'later.ts'))).to.equal(before)
  })

  it('fails on what is missing, instead of hashing nothing', async () => {
    await using folder = await temporaryFolder()
    const failure = await sourceHash([join(folder.path, 'nowhere')]).catch(({ code }) => code)
    expect(failure).to.equal('ENOENT')
  })
})
