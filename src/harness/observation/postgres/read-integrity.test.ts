import { after, describe } from 'node:test'
import { expect } from 'chai'
import { observeIntegrity } from '../observe-integrity.ts'
import { changeDatabase, databasePool, testOnPostgres } from './temporary-database.test.ts'

const FAMILY = `CREATE TABLE parents (a bigint, b bigint, PRIMARY KEY (a, b));
  CREATE TABLE children (id bigint PRIMARY KEY, x bigint, y bigint, name text NOT NULL DEFAULT '');`
const ADOPT = 'ALTER TABLE children ADD CONSTRAINT link FOREIGN KEY (x, y) REFERENCES parents'
const ROWS = 'INSERT INTO children VALUES (1318672905128575079, 1, 2), (2, NULL, 5), (3, 7, 7);'

describe('the integrity of a database of PostgreSQL', () => {
  const databases = databasePool()
  after(() => databases.drop())
  const integrityOf = async (sql: string) => {
    await using target = await databases.open(sql)
    return await observeIntegrity(target)
  }

  testOnPostgres('finds rows without their parent behind a foreign key that is not validated', async () => {
    const found = await integrityOf(`${FAMILY} ${ROWS} ${ADOPT} NOT VALID`)
    expect(found).to.deep.equal({
      ...{ foreignKeys: 1, childRows: 3, violationCount: 2 },
      violations: [
        { table: 'children', rowid: '1318672905128575079', parent: 'parents', columns: ['x', 'y'] },
        { table: 'children', rowid: '3', parent: 'parents', columns: ['x', 'y'] },
      ],
      messages: ['the constraint link of children is not validated'],
    })
  })

  testOnPostgres('does not believe the server that a foreign key is valid', async () => {
    const found = await integrityOf(`${FAMILY} ${ADOPT}; SET session_replication_role = replica; ${ROWS}`)
    expect([found.violationCount, found.messages]).to.deep.equal([2, []])
  })

  testOnPostgres('counts half a key as broken where it has to match in full', async () => {
    const found = await integrityOf(`${FAMILY} ${ROWS} ${ADOPT} MATCH FULL NOT VALID`)
    expect(found.violations.map(({ rowid }) => rowid)).to.have.members(['1318672905128575079', '2', '3'])
  })

  testOnPostgres('names rows of a table without a primary key by where they lie', async () => {
    const found = await integrityOf(`CREATE TABLE p (id bigint PRIMARY KEY); CREATE TABLE c (p bigint);
      INSERT INTO c VALUES (1); ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID`)
    expect(found.violations.map(({ rowid }) => rowid)).to.deep.equal(['(0,1)'])
  })

  testOnPostgres('holds every row against every check, and says which were never validated', async () => {
    const { messages } = await integrityOf(`${FAMILY} ${ROWS}
      ALTER TABLE children ADD CONSTRAINT small CHECK (id < 100) NOT VALID`)
    expect(messages).to.deep.equal([
      '1 rows of children break the check small',
      'the constraint small of children is not validated',
    ])
  })

  testOnPostgres('tells of an index that is not valid', async () => {
    await using target = await databases.open(
      `${FAMILY} INSERT INTO children (id, name) VALUES (1, 'a'), (2, 'a')`,
    )
    await changeDatabase(target, 'CREATE UNIQUE INDEX CONCURRENTLY i ON children (name)').catch(() => {})
    expect((await observeIntegrity(target)).messages).to.deep.equal(['the index i is not valid'])
  })

  testOnPostgres(
    'asks amcheck where it is installed, which sees an index that another order made',
    async () => {
      const upside = `CREATE OR REPLACE FUNCTION turned(bigint, bigint) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT btint8cmp($2, $1)'`
      await using target = await databases.open(`CREATE EXTENSION amcheck;
      ${upside.replace('$2, $1', '$1, $2')};
      CREATE OPERATOR CLASS turning FOR TYPE bigint USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =,
        OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 turned(bigint, bigint);
      CREATE TABLE t (a bigint); INSERT INTO t SELECT generate_series(1, 1000); CREATE INDEX i ON t (a turning)`)
      expect((await observeIntegrity(target)).messages).to.deep.equal([])
      await changeDatabase(target, upside)
      const { messages } = await observeIntegrity(target)
      expect(messages).to.have.length(1)
      expect(messages[0]).to.contain('index "i"')
    },
  )
})
