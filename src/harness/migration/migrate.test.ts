import { it } from 'node:test'
import { expect } from 'chai'
import { onEveryEngine } from '../target/testing/on-every-engine.ts'
import type { Engine } from '../vocabulary/engine.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { type Destination, migrate } from './migrate.ts'
import { migrationOf, type SmallHistory, smallHistory, THREE } from './testing/small-history.ts'

/** Refuses silently that a record is taken back. */
const STUBBORN: Readonly<Record<Engine, string>> = {
  sqlite: 'CREATE TRIGGER stubborn BEFORE DELETE ON migrations BEGIN SELECT RAISE(IGNORE); END',
  postgres: `CREATE FUNCTION ignore() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE TRIGGER stubborn BEFORE DELETE ON migrations FOR EACH ROW EXECUTE FUNCTION ignore()`,
}

/** What ran on the way to a destination: `+First` up, `-First` down. */
async function way({ target }: SmallHistory, destination: Destination): Promise<string> {
  const steps = await migrate(target, destination)
  return steps
    .map(
      ({ migration, direction, failure }) =>
        `${direction === 'up' ? '+' : '-'}${migration}${failure ? '!' : ''}`,
    )
    .join(' ')
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  )
}

onEveryEngine('migrate', (engine) => {
  const historyOf = (migrations = THREE) => smallHistory(migrations, 'each', engine)

  it('goes up to a name, on to head, down to a name, and to empty', async () => {
    await using history = await historyOf()
    expect(await way(history, 'Second')).to.equal('+First +Second')
    expect(await history.look()).to.deep.equal({ tables: ['one', 'two'], recorded: ['First', 'Second'] })
    expect(await way(history, 'head')).to.equal('+Third')
    expect(await way(history, 'First')).to.equal('-Third -Second')
    expect(await history.look()).to.deep.equal({ tables: ['one'], recorded: ['First'] })
    expect(await way(history, 'empty')).to.equal('-First')
    expect(await history.look()).to.deep.equal({ tables: [], recorded: [] })
  })

  it('does nothing where it is already', async () => {
    await using history = await historyOf()
    expect(await way(history, 'empty')).to.equal('')
    await migrate(history.target, 'head')
    for (const destination of ['head', 'Third']) expect(await way(history, destination)).to.equal('')
    expect((await history.look()).recorded).to.deep.equal(['First', 'Second', 'Third'])
  })

  it('knows the order by the timestamps, not by how the migrations are listed', async () => {
    await using history = await historyOf([...THREE].reverse())
    expect(await way(history, 'Second')).to.equal('+First +Second')
  })

  it('refuses a destination that does not exist, and names those that do', async () => {
    await using history = await historyOf()
    const error = await failure(migrate(history.target, 'Fourth'))
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.message).to.contain('no migration "Fourth"').and.to.contain('First, Second, Third')
    expect((await history.look()).recorded).to.deep.equal([])
  })

  it('ends with the migration that fails: it is the last step, and later ones do not run', async () => {
    const broken = migrationOf('Second', 2, ['CREATE TABLE two (a text)', 'INSERT INTO nowhere VALUES (1)'])
    await using history = await historyOf([...THREE.filter((_, index) => index !== 1), broken])
    const steps = await migrate(history.target, 'head')
    expect(steps.map(({ migration }) => migration)).to.deep.equal(['First', 'Second'])
    expect(steps[0]).not.to.have.property('failure')
    expect(steps[1]?.failure?.message).to.match(/no such table: nowhere|relation "nowhere" does not exist/)
    expect(await history.look()).to.deep.equal({ tables: ['one'], recorded: ['First'] })
  })

  it('ends with the migration that fails on the way down', async () => {
    const broken = migrationOf('Second', 2, ['CREATE TABLE two (a text)'], ['DROP TABLE nowhere'])
    await using history = await historyOf([...THREE.filter((_, index) => index !== 1), broken])
    await migrate(history.target, 'head')
    expect(await way(history, 'empty')).to.equal('-Third -Second!')
    expect(await history.look()).to.deep.equal({ tables: ['one', 'two'], recorded: ['First', 'Second'] })
  })

  it('reports an undo that reverts nothing, instead of trying for ever', async () => {
    await using history = await historyOf()
    await migrate(history.target, 'head')
    await history.tamper(STUBBORN[engine])
    const steps = await migrate(history.target, 'First')
    expect(steps).to.have.length(1)
    expect(steps[0]).to.include({ migration: 'Third', direction: 'down' })
    expect(steps[0]?.failure?.message).to.contain('reverted nothing, although 2 migrations')
  })

  it('throws what stops TypeORM outside any migration', async () => {
    await using history = await historyOf()
    await migrate(history.target, 'head')
    await history.tamper(`INSERT INTO migrations (timestamp, name) VALUES (1, 'Foreign1766000000009')`)
    expect((await failure(migrate(history.target, 'First'))).message).to.contain('No migration Foreign')
    // The lease and the connection are given back all the same.
    expect(await way(history, 'head')).to.equal('')
  })

  it('reaches its destination although migrations were recorded out of order', async () => {
    await using history = await historyOf()
    await migrate(history.target, 'head')
    await history.tamper(`UPDATE migrations SET id = id + 10 WHERE name LIKE 'First%'`)
    expect(await way(history, 'First')).to.equal('-First -Third -Second +First')
    expect(await history.look()).to.deep.equal({ tables: ['one'], recorded: ['First'] })
  })

  it('is not misled by a migration that is recorded twice', async () => {
    await using history = await historyOf()
    await migrate(history.target, 'head')
    await history.tamper(
      `UPDATE migrations SET id = id + 10; INSERT INTO migrations (id, timestamp, name) SELECT 1, timestamp, name FROM migrations WHERE name LIKE 'First%'`,
    )
    expect(await way(history, 'Second')).to.equal('-Third')
  })

  it('has the lease as long as it runs, and not longer', async () => {
    await using history = await historyOf()
    const running = migrate(history.target, 'head')
    expect(() => history.target.lease('observer')).to.throw(/open by the migrator/)
    await running
    await using _lease = history.target.lease('observer')
    expect((await failure(migrate(history.target, 'empty'))).message).to.contain('open by the observer')
  })
})
