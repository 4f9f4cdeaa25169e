import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { clanOf } from '../testing/clan-of.ts'
import { clansAtHead, storeClan } from '../testing/clans-at-head.ts'
import type { TemporarySchema } from '../testing/temporary-schema.ts'
import { dashboardJson } from './dashboard-json.ts'
import { documentById, documentByUsername } from './testing/documents-of.ts'

/** The last three cannot be told from others by name. */
const MEMBERS = ['Ann', 'Jo_hn', 'Élan', 'Straße', '李', '__proto__', 'Bob', 'bob', '!!!'] as const
const NOW = '2025-12-22T15:00:00.000005Z'

let schema: TemporarySchema
let db: DataSource

describe('the dashboard by both families', () => {
  before(async () => {
    schema = await clanOf(MEMBERS)
    db = schema.db
  })

  after(() => schema[Symbol.asyncDispose]())

  it('is the same of the members whom names tell apart, and as its schema says', async () => {
    await fc.assert(
      fc.asyncProperty(clansAtHead(MEMBERS), async (clan) => {
        await storeClan(db, clan)
        const byId = await documentById(db, NOW, 'tellable')
        expect(byId.clan).to.deep.equal({ members: MEMBERS.length, counted: MEMBERS.length - 3 })
        expect(await documentByUsername(db, NOW)).to.deep.equal(byId)
        dashboardJson(byId)
      }),
      { numRuns: 40 },
    )
  })
})
