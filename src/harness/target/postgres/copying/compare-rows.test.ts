import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import { withConnection } from '../connect.ts'
import { needsPostgres, rowsOf } from '../testing/needs-postgres.ts'
import { temporarySource } from '../testing/temporary-source.ts'
import { compareRows } from './compare-rows.ts'
import { openSnapshot } from './open-snapshot.ts'

const PARTS = `CREATE TABLE cut (a integer) PARTITION BY LIST (a); CREATE TABLE part PARTITION OF cut FOR VALUES IN (1);
  CREATE SCHEMA apart; CREATE TABLE apart.t (a integer); CREATE TABLE heir () INHERITS (apart.t);`

describe('compareRows', needsPostgres, () => {
  it('counts every table of every schema at the moment of the snapshot, and names those that differ', async () => {
    await using source = await temporarySource(
      `${PARTS} INSERT INTO cut VALUES (1), (1); INSERT INTO heir VALUES (1)`,
    )
    await using copy = await temporarySource(
      `${PARTS} INSERT INTO cut VALUES (1); INSERT INTO apart.t VALUES (1)`,
    )
    await using snapshot = await openSnapshot(source.address)
    await rowsOf(source.address, 'INSERT INTO cut VALUES (1); INSERT INTO apart.t VALUES (1)')
    const compared = () => withConnection(copy.address, (client) => compareRows(snapshot, client, 'here'))
    const error = await compared().catch((caught) => caught)
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.text.what).to.equal(
      'The copy has not all rows of the database: apart.t (1 of 0 rows), heir (0 of 1 rows), part (1 of 2 rows).',
    )
    await rowsOf(
      copy.address,
      'INSERT INTO cut VALUES (1); TRUNCATE apart.t CASCADE; INSERT INTO heir VALUES (1)',
    )
    expect(await compared()).to.equal(undefined)
  })
})
