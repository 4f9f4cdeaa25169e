import { it } from 'node:test'
import { expect } from 'chai'
import { onEveryEngine } from '../target/testing/on-every-engine.ts'
import { migrate } from './migrate.ts'
import { LARGE_INSERT, smallHistory, THREE, type TransactionMode } from './testing/small-history.ts'

const interruptSecond = (sent: string[] = []) => {
  let thrown = false
  return (migration: string, statement: number, sql: string) => {
    sent.push(`${migration} ${statement} ${sql}`)
    if (thrown || migration !== 'Second' || !sql.startsWith(`INSERT INTO two VALUES ('1')`)) return
    thrown = true
    throw new Error('stopped here')
  }
}

onEveryEngine('transactions', (engine) => {
  const historyOf = (migrations = THREE, mode: TransactionMode = 'each') =>
    smallHistory(migrations, mode, engine)

  for (const mode of ['all', 'each', 'none'] as const) {
    it(`goes up and down in mode ${mode}`, async () => {
      await using history = await historyOf(THREE, mode)
      expect((await migrate(history.target, 'head')).map(({ migration }) => migration)).to.deep.equal([
        'First',
        'Second',
        'Third',
      ])
      expect(await history.look()).to.deep.equal({
        tables: ['one', 'three', 'two'],
        recorded: ['First', 'Second', 'Third'],
      })
      expect(await migrate(history.target, 'empty')).to.have.length(3)
      expect(await history.look()).to.deep.equal({ tables: [], recorded: [] })
    })
  }

  /** What is left of two migrations when the last statement of the second fails. */
  const left: Readonly<Record<TransactionMode, unknown>> = {
    all: { tables: [], recorded: [] },
    each: { tables: ['one'], recorded: ['First'] },
    none: { tables: ['one', 'two'], recorded: ['First'] },
  }
  for (const mode of ['all', 'each', 'none'] as const) {
    it(`leaves what production would when a statement fails in mode ${mode}`, async () => {
      await using history = await historyOf(THREE, mode)
      const steps = await migrate(history.target, 'head', { interrupt: interruptSecond() })
      expect(steps.map(({ migration }) => migration)).to.deep.equal(['First', 'Second'])
      expect(steps[1]?.failure?.message).to.equal('stopped here')
      expect(await history.look()).to.deep.equal(left[mode])
    })
  }

  it('interrupts exactly one statement, before it is sent, and rolls back on the way down as well', async () => {
    const sent: string[] = []
    await using history = await historyOf()
    await migrate(history.target, 'First', { interrupt: interruptSecond() })
    await migrate(history.target, 'head', { interrupt: interruptSecond(sent) })
    expect(sent.slice(0, 3)).to.deep.equal([
      'Second 1 CREATE TABLE two (a text)',
      `Second 2 ${LARGE_INSERT}`,
      `Second 3 INSERT INTO two VALUES ('1')`,
    ])
    expect(sent.slice(3)).to.deep.equal(['Second 4 ROLLBACK'])

    await migrate(history.target, 'head')
    let thrown = false
    const interrupt = (_: string, __: number, sql: string) => {
      if (thrown || !sql.startsWith('DELETE FROM "migrations"')) return
      thrown = true
      throw new Error('stopped here')
    }
    const before = await history.look()
    const [down] = await migrate(history.target, 'Second', { interrupt })
    expect(down).to.deep.include({
      migration: 'Third',
      direction: 'down',
      failure: { message: 'stopped here' },
    })
    expect(await history.look()).to.deep.equal(before)
  })

  it('lets a migration swallow the interruption: that is for the plan to find', async () => {
    const swallowing = class {
      readonly name = 'Second1766000000002'
      up = (runner: { query(sql: string): Promise<unknown> }) =>
        runner.query(`INSERT INTO two VALUES ('1')`).catch(() => {})
      down = async () => {}
    }
    await using history = await historyOf([...THREE.slice(0, 1), swallowing])
    const [, step] = await migrate(history.target, 'head', { interrupt: interruptSecond() })
    expect(step).to.include({ migration: 'Second' }).and.not.to.have.property('failure')
  })

  it('takes a commit that fails for a failure of the migration that it would have ended', async () => {
    await using history = await historyOf()
    const interrupt = (migration: string, _: number, sql: string) => {
      if (migration === 'Second' && sql === 'COMMIT') throw new Error('the disk is full')
    }
    const steps = await migrate(history.target, 'head', { interrupt })
    expect(steps.map(({ failure }) => failure?.message)).to.deep.equal([undefined, 'the disk is full'])
    expect(await history.look()).to.deep.equal({ tables: ['one'], recorded: ['First'] })
  })
})
