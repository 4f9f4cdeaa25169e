import { statfs } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { checkFreeDisk, roomFor } from './free-disk.ts'

describe('checkFreeDisk', () => {
  it('says nothing where there is room', async () => {
    await using folder = await temporaryFolder()
    await checkFreeDisk(folder.path, 1)
  })

  it('names what is needed, and what there is', async () => {
    await using folder = await temporaryFolder()
    const { blocks, bsize } = await statfs(folder.path)
    const error = await checkFreeDisk(folder.path, 2 * blocks * bsize).catch((thrown: unknown) => thrown)
    if (!(error instanceof StagegateError)) throw error
    expect(error.text.what).to.match(/: [\d.,]+ \w+ are needed, [\d.,]+ \w+ are free\.$/)
    expect(error.text.where).to.equal(folder.path)
  })
})

describe('roomFor', () => {
  it('grows with the database and with the workers', () => {
    expect(roomFor(10, 1)).to.equal(100)
    expect(roomFor(10, 2)).to.equal(130)
    expect(roomFor(20, 2)).to.equal(260)
  })
})
