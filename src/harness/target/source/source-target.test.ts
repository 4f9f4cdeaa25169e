import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { openConnection } from '../../observation/sqlite/open-connection.ts'
import type { OpenTarget } from '../open-target.ts'
import { makeAccounts, restlessWriter } from '../testing/restless-writer.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { checkSource } from './check-source.ts'
import { sourceTarget } from './source-target.ts'

async function place(journal: 'wal' | 'delete') {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'clan.db')
  makeAccounts(file, { journal, accounts: 50, bytesEach: 100 })
  const target = sourceTarget(await checkSource(file))
  return { file, target, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] }
}

async function transfersIn(target: OpenTarget): Promise<number> {
  await using _lease = target.lease('observer')
  const db = await openConnection(target.address)
  try {
    const [row] = await db.all<{ readonly transfers: number }>('SELECT count(*) AS transfers FROM transfer')
    return row?.transfers ?? -1
  } finally {
    await db.close()
  }
}

for (const journal of ['wal', 'delete'] as const) {
  describe(`a source that is observed, with journal_mode = ${journal}`, () => {
    it('has nothing beside it afterwards, and stays where it is', async () => {
      await using here = await place(journal)
      const before = await stat(here.file, { bigint: true })
      expect(await transfersIn(here.target)).to.equal(0)
      await here.target[Symbol.asyncDispose]()
      expect(await readdir(dirname(here.file))).to.deep.equal(['clan.db'])
      const { mtimeNs, ctimeNs } = await stat(here.file, { bigint: true })
      expect({ mtimeNs, ctimeNs }).to.deep.equal({ mtimeNs: before.mtimeNs, ctimeNs: before.ctimeNs })
    })

    it('shows what a writer who has it open has committed', async () => {
      await using here = await place(journal)
      await using writer = await restlessWriter(here.file, { pause: 1 })
      const seen = await transfersIn(here.target)
      expect(seen).to.be.greaterThan(0)
      expect(await writer.stop()).to.be.at.least(seen)
    })

    it('refuses to be written', async () => {
      await using here = await place(journal)
      const db = await openConnection(here.target.address)
      const error = await db.all('DELETE FROM account').catch((thrown: Error) => thrown.message)
      await db.close()
      expect(error).to.match(/readonly database/)
      expect(() => here.target.dataSource()).to.throw(/is a source/)
      expect(() => here.target.keep()).to.throw(/is a source/)
    })

    it('has one lease at a time', async () => {
      await using here = await place(journal)
      await using _lease = here.target.lease('one')
      expect(() => here.target.lease('other')).to.throw(/open by the one/)
    })
  })
}

describe('a database with a log that nobody had open', () => {
  it('is of no moment when somebody writes to it while it is read', async () => {
    await using here = await place('wal')
    const db = await openConnection(here.target.address)
    await using writer = await restlessWriter(here.file)
    await writer.stop()
    const error = await db.close().catch((thrown: Error) => thrown.message)
    expect(error).to.match(/was written while it was read/)
  })
})
