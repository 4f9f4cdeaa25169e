import { it } from 'node:test'
import { expect } from 'chai'
import { observeCatalog } from '../observation/observe-catalog.ts'
import { onEveryEngine } from '../target/testing/on-every-engine.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { migrate } from './migrate.ts'
import { recordPast } from './record-past.ts'
import { smallHistory, THREE } from './testing/small-history.ts'

onEveryEngine('recordPast', (engine) => {
  it('records what is done, does nothing else, and migrations go on from there', async () => {
    await using history = await smallHistory(THREE, 'each', engine)
    expect(await recordPast(history.target, 'Second')).to.deep.equal(['First', 'Second'])
    expect(await history.look()).to.deep.equal({ tables: [], recorded: ['First', 'Second'] })
    await migrate(history.target, 'head')
    expect(await history.look()).to.deep.equal({ tables: ['three'], recorded: ['First', 'Second', 'Third'] })
  })

  it('makes the table as TypeORM makes it', async () => {
    await using recorded = await smallHistory(THREE, 'each', engine)
    await using migrated = await smallHistory(THREE, 'each', engine)
    await recordPast(recorded.target, 'First')
    await migrate(migrated.target, 'First')
    await recorded.tamper('CREATE TABLE one (a text)')
    const all = { leaveOut: [] }
    expect(await observeCatalog(recorded.target, all)).to.deep.equal(
      await observeCatalog(migrated.target, all),
    )
  })

  for (const mode of ['all', 'each', 'none'] as const) {
    it(`records all or nothing where migrations run in the mode ${mode}`, async () => {
      await using history = await smallHistory(THREE, mode, engine)
      const refusing =
        engine === 'sqlite'
          ? "CREATE TABLE migrations (id integer PRIMARY KEY AUTOINCREMENT, timestamp bigint, name varchar CHECK (name NOT LIKE 'Second%'))"
          : "CREATE TABLE migrations (id serial PRIMARY KEY, timestamp bigint, name varchar CHECK (name NOT LIKE 'Second%'))"
      await history.tamper(refusing)
      const failure = await recordPast(history.target, 'Third').catch((error: unknown) => error)
      expect(String(failure)).to.match(/check/i)
      expect((await history.look()).recorded).to.deep.equal([])
    })
  }

  it('leaves no table behind where it comes to nothing', async () => {
    await using history = await smallHistory(THREE, 'each', engine)
    const failure = await recordPast(history.target, 'Fourth').catch((error: unknown) => error)
    if (!(failure instanceof StagegateError)) throw new Error(`not refused: ${failure}`)
    expect(failure.text.next).to.equal('There are: First, Second, Third.')
    expect(await observeCatalog(history.target, { leaveOut: [] })).to.deep.include({ tables: [] })
  })

  it('adds what is not recorded yet, and says so', async () => {
    await using history = await smallHistory(THREE, 'each', engine)
    await migrate(history.target, 'First')
    expect(await recordPast(history.target, 'Third')).to.deep.equal(['Second', 'Third'])
    expect(await recordPast(history.target, 'Third')).to.deep.equal([])
    expect((await history.look()).recorded).to.deep.equal(['First', 'Second', 'Third'])
  })
})
