import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { temporaryFolder } from '../../src/harness/target/testing/temporary-folder.ts'
import { copyByHand } from './copy-by-hand.ts'

describe('copyByHand', () => {
  it('copies every byte, of files that are no whole number of blocks, too', async () => {
    await using folder = await temporaryFolder()
    const [from, to] = [join(folder.path, 'from'), join(folder.path, 'to')]
    const bytes = Buffer.alloc(2.5 * (1 << 20)).map((_, at) => (at * 31) % 251)
    await writeFile(from, bytes)
    await copyByHand(from, to)
    expect((await readFile(to)).equals(bytes)).to.equal(true)
  })
})
