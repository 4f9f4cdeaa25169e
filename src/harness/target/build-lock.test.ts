import { access, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { buildLock, dropAbandoned } from './build-lock.ts'
import { killedProcess } from './testing/killed-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

describe('buildLock', () => {
  it('lets one in at a time, and the next one when that is done', async () => {
    await using folder = await temporaryFolder()
    const location = join(folder.path, 'state.db')
    const order: string[] = []
    const work = async (name: string) => {
      await using _lock = await buildLock(location)
      order.push(`${name} in`)
      await setTimeout(20)
      order.push(`${name} out`)
    }
    await Promise.all([work('a'), work('b'), work('c')])
    expect(order).to.have.length(6)
    for (let index = 0; index < 6; index += 2) {
      expect(order[index + 1]).to.equal(order[index]?.replace('in', 'out'))
    }
  })

  it('takes over from a process that was killed', async () => {
    await using folder = await temporaryFolder()
    const location = join(folder.path, 'state.db')
    await writeFile(
      `${location}.building`,
      String(await killedProcess('console.log(1); setInterval(() => {}, 1000)')),
    )
    await using _lock = await buildLock(location)
  })

  for (const [what, owner] of [
    ['whose number somebody else has by now', String(process.pid)],
    ['who was killed before writing a number', ''],
  ] as const) {
    it(`takes over from an owner ${what}`, async () => {
      await using folder = await temporaryFolder()
      const location = join(folder.path, 'state.db')
      const minutesAgo = new Date(Date.now() - 180_000)
      await writeFile(`${location}.building`, owner)
      await utimes(`${location}.building`, minutesAgo, minutesAgo)
      await using _lock = await buildLock(location)
    })
  }

  it('waits for an owner who has shown itself lately', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'state.db.building')
    await writeFile(file, String(process.pid))
    expect(await dropAbandoned(file)).to.equal(false)
  })

  it('is given back when the work throws', async () => {
    await using folder = await temporaryFolder()
    const location = join(folder.path, 'state.db')
    const failing = async () => {
      await using _lock = await buildLock(location)
      throw new Error('no')
    }
    expect(await failing().catch(String)).to.equal('Error: no')
    expect(
      await access(`${location}.building`).then(
        () => 'there',
        () => 'gone',
      ),
    ).to.equal('gone')
  })
})
