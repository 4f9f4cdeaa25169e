import { describe, it } from 'node:test'
import { expect } from 'chai'
import { schemaFaults } from './schema-faults.ts'

describe('schemaFaults', () => {
  it('names what the published schema refuses', async () => {
    const { value, witnesses } = await schemaFaults('dashboard.schema.json', '{"format":2}', 60)
    expect(value).to.be.greaterThan(1)
    expect(witnesses.map(({ where }) => where)).to.include('/format')
  })

  it('fails for a schema that is not there', async () => {
    const error = await schemaFaults('nothing.schema.json', '{}', 1).catch((caught) => caught)
    expect(error).to.have.property('code', 'ENOENT')
  })
})
