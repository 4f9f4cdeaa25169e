import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { parseUrl } from './parse-url.ts'
import { serverVersion, usable } from './server-version.ts'
import { needsPostgres, testServer } from './testing/needs-postgres.ts'

const address = parseUrl('postgresql://app:secret@h/d')

describe('usable', () => {
  it('is 15 or later, by a user who may create databases', () => {
    expect(usable({ version: '15.0', number: 150_000, creates: true }, address)).to.equal('15.0')
    const tooOld = () => usable({ version: '14.9', number: 140_009, creates: true }, address)
    expect(tooOld).to.throw(StagegateError, /PostgreSQL 14\.9, and 15 or later/)
    const powerless = () => usable({ version: '17.2', number: 170_002, creates: false }, address)
    expect(powerless).to.throw(StagegateError, /app may not create databases/)
  })
})

describe('serverVersion', needsPostgres, () => {
  it('is what the server says', async () => {
    expect(await serverVersion(testServer())).to.match(/^\d+\.\d+$/)
  })
})
