import { join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { inspect } from './inspect.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { writeOutside } from './write-outside.ts'

const SCHEMA = `CREATE TABLE parent (id integer PRIMARY KEY, name text UNIQUE);
CREATE TABLE child (id integer PRIMARY KEY, parent integer REFERENCES parent (id));
INSERT INTO parent VALUES (1, 'a'); INSERT INTO child VALUES (7, 1)`

async function world() {
  const folder = await temporaryFolder()
  const location = join(folder.path, 'target.db')
  const database = new Database(location)
  database.exec(SCHEMA)
  database.close()
  const target = inspect(location, new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' }))
  return { target, location, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
}

describe('writeOutside', () => {
  it('replaces a parent without asking its children', async () => {
    await using place = await world()
    const sql = 'INSERT OR REPLACE INTO parent (name) VALUES (:name)'
    expect(await writeOutside(place.target, [{ sql, parameters: { name: 'a' } }])).to.deep.equal([
      { outcome: 'done', rows: 1 },
    ])
    const database = new Database(place.location)
    expect(database.pragma('foreign_key_check')).to.have.lengthOf(1)
    database.close()
  })

  it('says what the engine refuses, and goes on', async () => {
    await using place = await world()
    const sql = 'INSERT INTO parent (name) VALUES (:name)'
    const said = await writeOutside(
      place.target,
      ['a', 'b'].map((name) => ({ sql, parameters: { name } })),
    )
    expect(said).to.deep.equal([
      { outcome: 'refused', message: 'UNIQUE constraint failed: parent.name' },
      { outcome: 'done', rows: 1 },
    ])
  })

  it('takes nothing else for a refusal', async () => {
    await using place = await world()
    const error = await writeOutside(place.target, [{ sql: 'DELETE FROM parents', parameters: {} }]).catch(
      (caught) => caught,
    )
    expect(error).to.have.property('message', 'no such table: parents')
  })

  it('lets an error through that is the caller’s own', async () => {
    await using place = await world()
    const sql = 'INSERT INTO parent (name) VALUES (:name)'
    const error = await writeOutside(place.target, [{ sql, parameters: {} }]).catch((caught) => caught)
    expect(error).to.be.instanceOf(RangeError)
    await using _free = place.target.lease('observer')
  })
})
