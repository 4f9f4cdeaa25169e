import { describe } from 'node:test'
import { dialectContract } from '../dialect.contract.ts'
import { change, temporaryTarget } from '../temporary-target.test.ts'

describe('SQLite', () => {
  dialectContract({
    skip: false,
    open: async (sql) => temporaryTarget(sql),
    change: async ({ location }, sql) => change(location, sql),
    types: {
      ...{ integer: 'INTEGER', text: 'TEXT', float: 'FLOAT', moment: 'DATETIME' },
      numbered: 'id INTEGER PRIMARY KEY AUTOINCREMENT',
      catalog: { integer: 'INTEGER', text: 'TEXT', float: 'FLOAT', moment: 'DATETIME' },
    },
  })
})
