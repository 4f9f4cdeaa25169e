import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import { markUsed, pruneStates } from './prune-states.ts'

const NOW = new Date('2026-01-01T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

describe('pruneStates', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stagegate-prune-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function state(label: string, digit: string, usedMinutesAgo: number): Promise<string> {
    const location = join(folder, `${label}-${digit.repeat(16)}.db`)
    await writeFile(location, '')
    await writeFile(location.replace('.db', '.steps.json'), '[]')
    await utimes(location, minutesAgo(usedMinutesAgo), minutesAgo(usedMinutesAgo))
    return location
  }

  it('removes what is superseded and long unused, with what lies beside it', async () => {
    const latest = await state('tiny-at-head', 'a', 0)
    await state('tiny-at-head', 'b', 500)
    await state('tiny-at-head', 'c', 600)
    await pruneStates(latest, NOW)
    const left = await readdir(folder)
    expect(left.filter((name) => name.includes('cccc'))).to.deep.equal([])
    expect(left).to.have.length(4)
  })

  it('leaves alone what was used within the hour, and other labels', async () => {
    const latest = await state('tiny-at-head', 'a', 0)
    for (const digit of ['b', 'c', 'd']) await state('tiny-at-head', digit, 59)
    for (const digit of ['a', 'b', 'c', 'd']) await state('tiny-at-head-2', digit, 9000)
    await pruneStates(latest, NOW)
    expect(await readdir(folder)).to.have.length(16)
  })

  it('counts a use that was marked', async () => {
    const latest = await state('tiny-at-head', 'a', 0)
    await state('tiny-at-head', 'b', 100)
    const marked = await state('tiny-at-head', 'c', 6000)
    await markUsed(marked, minutesAgo(1))
    await pruneStates(latest, NOW)
    const left = (await readdir(folder)).filter((name) => name.endsWith('.db'))
    expect(left.map((name) => name.at(-4))).to.have.members(['a', 'c'])
  })
})
