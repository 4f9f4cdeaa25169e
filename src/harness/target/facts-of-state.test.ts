import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFacts, writeFacts } from './facts-of-state.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

describe('facts of a state', () => {
  it('come back as they were, by name and state, and are unknown before', async () => {
    await using folder = await temporaryFolder()
    const [one, other] = [join(folder.path, 'one.db'), join(folder.path, 'other.db')]
    expect(await readFacts(one, 'rows')).to.equal(undefined)
    await writeFacts(one, 'rows', [{ table: 't', rows: 3 }])
    expect(await readFacts(one, 'rows')).to.deep.equal([{ table: 't', rows: 3 }])
    expect(await readFacts(one, 'steps')).to.equal(undefined)
    expect(await readFacts(other, 'rows')).to.equal(undefined)
    expect(await readdir(folder.path)).to.deep.equal(['one.rows.json'])
  })

  it('are not made up from a file that is broken', async () => {
    await using folder = await temporaryFolder()
    await writeFile(join(folder.path, 'one.rows.json'), '[{"table"')
    const failure = await readFacts(join(folder.path, 'one.db'), 'rows').catch((error) => error)
    expect(failure).to.be.instanceOf(SyntaxError)
  })
})
