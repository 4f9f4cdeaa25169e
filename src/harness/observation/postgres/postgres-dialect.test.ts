import { after, describe } from 'node:test'
import { dialectContract } from '../dialect.contract.ts'
import { changeDatabase, databasePool, skipped } from './temporary-database.test.ts'

describe('PostgreSQL', () => {
  const databases = databasePool()
  after(() => databases.drop())
  dialectContract({
    skip: skipped,
    open: (sql) => databases.open(sql),
    change: changeDatabase,
    types: {
      ...{ integer: 'bigint', text: 'text', float: 'double precision', moment: 'timestamp with time zone' },
      numbered: 'id bigserial PRIMARY KEY',
      catalog: {
        ...{ integer: 'BIGINT', text: 'TEXT', float: 'DOUBLE PRECISION', moment: 'TIMESTAMP WITH TIME ZONE' },
      },
    },
  })
})
