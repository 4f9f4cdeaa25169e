import { describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { connect } from '../../target/postgres/connect.ts'
import { needsPostgres } from '../../target/postgres/testing/needs-postgres.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { migrate } from '../migrate.ts'
import { directQuery } from '../testing/direct-query.ts'
import { type MigrationClass, migrationOf, smallHistory } from '../testing/small-history.ts'

const FIRST = migrationOf('First', 1, ['CREATE TABLE one (a integer)', 'CREATE TABLE two (a integer)'])
const historyOf = (...later: readonly MigrationClass[]) => smallHistory([FIRST, ...later], 'each', 'postgres')

/** The tables that the last of the migrations to head closed: `readers one`. */
async function closed(...later: readonly MigrationClass[]) {
  await using history = await historyOf(...later)
  const steps = await migrate(history.target, 'head')
  expect(steps.at(-1)).not.to.have.property('failure')
  return steps.at(-1)?.locks ?? []
}

describe('locks of migrations', needsPostgres, () => {
  it('are seen however short they are, and how long they are', async () => {
    const second = migrationOf('Second', 2, [
      'LOCK TABLE one IN SHARE MODE',
      'SELECT pg_sleep(0.3)',
      'ALTER TABLE two ADD COLUMN b integer',
    ])
    const locks = await closed(second)
    expect(locks.map(({ table, closes, mode }) => `${table} ${closes} ${mode}`)).to.have.members([
      'one writers SHARE',
      'two readers ACCESS EXCLUSIVE',
      'two writers ACCESS EXCLUSIVE',
    ])
    expect(locks.find(({ table }) => table === 'one')?.milliseconds).to.be.within(300, 600)
    expect(locks.find(({ table }) => table === 'two')?.milliseconds).to.be.lessThan(200)
  })

  it('are none on tables that nobody knew before, and none of the kinds that close nobody out', async () => {
    const second = migrationOf('Second', 2, [
      'CREATE TABLE three (a integer)',
      'LOCK TABLE three IN ACCESS EXCLUSIVE MODE',
      'INSERT INTO one VALUES (1)',
      'LOCK TABLE two IN SHARE UPDATE EXCLUSIVE MODE',
    ])
    expect(await closed(second)).to.deep.equal([])
  })

  it('count under the name of a table that is replaced', async () => {
    const second = migrationOf('Second', 2, [
      'CREATE TABLE "new" (a integer)',
      'DROP TABLE one',
      'ALTER TABLE "new" RENAME TO one',
      'SELECT pg_sleep(0.1)',
    ])
    expect((await closed(second)).map(({ table, closes }) => `${table} ${closes}`)).to.deep.equal([
      'one readers',
      'one writers',
    ])
  })

  it('say how many were waiting', async () => {
    const second = migrationOf('Second', 2, [
      'LOCK TABLE one IN ACCESS EXCLUSIVE MODE',
      'SELECT pg_sleep(0.5)',
    ])
    await using history = await historyOf(second)
    await migrate(history.target, 'First')
    const migrating = migrate(history.target, 'head')
    await setTimeout(250)
    const readers = [1, 2].map(() => directQuery(history.target.address, 'SELECT * FROM one'))
    const [step] = await migrating
    await Promise.all(readers)
    expect(step?.locks?.map(({ closes, waiting }) => `${waiting} ${closes}`)).to.have.members([
      '2 readers',
      '2 writers',
    ])
  })

  it('are those of each migration by itself, also of one that fails, and of one on the way down', async () => {
    const second = migrationOf(
      'Second',
      2,
      ['LOCK TABLE one IN SHARE MODE'],
      ['LOCK TABLE two IN SHARE MODE'],
    )
    const third = migrationOf('Third', 3, [
      'LOCK TABLE two IN SHARE MODE',
      'SELECT pg_sleep(0.1)',
      'nonsense',
    ])
    await using history = await historyOf(second, third)
    const up = await migrate(history.target, 'head')
    expect(up.map(({ locks }) => locks?.map(({ table }) => table))).to.deep.equal([[], ['one'], ['two']])
    const [down] = await migrate(history.target, 'First')
    expect(down?.locks?.map(({ table }) => table)).to.deep.equal(['two'])
  })

  it('are no empty list when nobody could look', async () => {
    await using history = await historyOf(migrationOf('Second', 2, ['SELECT pg_sleep(0.5)']))
    await migrate(history.target, 'First')
    const migrating = migrate(history.target, 'head').catch((error) => error)
    await setTimeout(200)
    const { address } = history.target
    if (address.engine !== 'postgres') throw new Error('not on a server')
    const other = await connect(address)
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'WITH locks %' AND pid <> pg_backend_pid()`,
    )
    await other.end()
    const error = await migrating
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.message).to.contain('The locks of the migrations were not seen')
    // What migrated went on all the same, and gave everything back.
    await using _lease = history.target.lease('observer')
  })
})
