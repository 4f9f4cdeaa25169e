import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Catalog } from '../vocabulary/catalog.ts'
import type { Privilege } from '../vocabulary/server-objects.ts'
import { privilegeChanges } from './privilege-changes.ts'

const reading: Privilege = { role: 'dashboard', right: 'SELECT', column: null, grantable: false }
const catalog = (tables: Readonly<Record<string, readonly Privilege[]>>): Catalog => ({
  tables: Object.entries(tables).map(([name, privileges]) => ({
    ...{ name, columns: [], primaryKey: [], indexes: [], foreignKeys: [], checks: [] },
    ...{ autoIncrement: false, withoutRowid: false, strict: false },
    ...(privileges.length === 0 ? {} : { privileges }),
  })),
  ...{ views: [], triggers: [], virtualTables: [] },
})
const changes = (before: readonly Privilege[], after: readonly Privilege[]) =>
  privilegeChanges(catalog({ members: before }), catalog({ members: after })).witnesses

describe('privilegeChanges', () => {
  it('holds where all stay, and speaks for those of before', () => {
    const same = catalog({ members: [reading], messages: [reading] })
    expect(privilegeChanges(same, same)).to.include({ value: 0, population: 2 })
  })

  it('breaches where one is lost, of a table or of a column', () => {
    expect(changes([reading, { ...reading, column: 'name' }], [])).to.deep.equal([
      { where: 'members', what: 'SELECT for dashboard is lost' },
      { where: 'members', what: 'SELECT (name) for dashboard is lost' },
    ])
  })

  it('breaches where one is gained, and where it may be granted', () => {
    expect(changes([], [{ ...reading, role: 'public' }])).to.deep.equal([
      { where: 'members', what: 'SELECT for public is new' },
    ])
    expect(changes([reading], [{ ...reading, grantable: true }])).to.deep.equal([
      { where: 'members', what: 'SELECT for dashboard is lost' },
      { where: 'members', what: 'SELECT for dashboard, who may grant it, is new' },
    ])
  })

  it('does not speak of tables that went or came', () => {
    const measured = privilegeChanges(
      catalog({ old: [reading], kept: [reading] }),
      catalog({ kept: [reading], new: [reading] }),
    )
    expect(measured).to.include({ value: 0, population: 1 })
  })

  it('says nothing where nobody had any', () => {
    expect(privilegeChanges(catalog({ members: [] }), catalog({ members: [] })).population).to.equal(0)
  })
})
