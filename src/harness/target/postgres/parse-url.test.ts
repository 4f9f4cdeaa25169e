import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { parseUrl, shown, toUrl } from './parse-url.ts'

describe('parseUrl', () => {
  it('reads every part, percent-encoded or not', () => {
    expect(parseUrl('postgresql://jo%40hn:p%2Fw%3A%23@db.example:6543/my%20clan')).to.deep.equal({
      engine: 'postgres',
      host: 'db.example',
      port: 6543,
      user: 'jo@hn',
      password: 'p/w:#',
      database: 'my clan',
    })
  })

  it('takes the usual port and database, the short name, and an address of six parts', () => {
    expect(parseUrl('postgres://u@[::1]?sslmode=disable')).to.deep.equal({
      engine: 'postgres',
      host: '::1',
      port: 5432,
      user: 'u',
      password: '',
      database: 'postgres',
    })
  })

  for (const url of [
    '',
    'secret',
    'mysql://u:secret@h/d',
    'postgresql:///d?password=secret',
    'postgresql://h/d',
    'postgresql://u:secret@h:port/d',
    'postgresql://u:%secret@h/d',
    'postgresql://u:pass/secret@h/d',
    'postgresql://u:12/secret@h',
    'postgresql://u:12#secret@h/d',
    'postgresql://u:12?secret@h/d',
    'postgresql://u@h/d?password=secret',
    'postgresql://u@h/d/secret',
  ]) {
    it(`refuses ${JSON.stringify(url)}, and repeats nothing of it`, () => {
      const refusal = expect(() => parseUrl(url)).to.throw(StagegateError, /cannot be used/)
      refusal.and.to.satisfy((error: Error) => !/secret/.test(`${error.stack}${JSON.stringify(error)}`))
    })
  }
})

describe('shown', () => {
  it('is the address without the password', () => {
    const address = parseUrl('postgresql://jo%40hn:secret@[::1]/my%20clan')
    expect(shown(address)).to.equal('postgresql://jo%40hn@[::1]:5432/my%20clan')
  })
})

describe('toUrl', () => {
  it('gives what the same address is read from', () => {
    const address = parseUrl('postgresql://jo%40hn:p%2Fw%3A%23@[::1]:6543/my%20clan')
    expect(parseUrl(toUrl(address))).to.deep.equal(address)
  })
})
