import { describe, it } from 'node:test'
import { expect } from 'chai'
import { toolFailure } from './transfer-error.ts'

const said = (complaints: string, code: number | null = 1) =>
  toolFailure('pg_restore', { code, complaints }, 'postgresql://u@h:5432/d', 'a-secret').text.what

describe('toolFailure', () => {
  it('says what is usual in its own words, and then what the tool said', () => {
    expect(
      said(
        'pg_restore: error: COPY failed for table "t": ERROR:  could not extend file "base/1/2": No space left on device\n',
      ),
    ).to.equal(`The disk of the PostgreSQL server is full.
    pg_restore: error: COPY failed for table "t": ERROR:  could not extend file "base/1/2": No space left on device`)
    expect(said('ERROR:  canceling statement due to lock timeout')).to.contain('somebody holds it')
    expect(said('FATAL:  terminating connection due to administrator command')).to.contain(
      'lost in the middle',
    )
    expect(said('ERROR:  invalid byte sequence for encoding "UTF8": 0xe4')).to.contain(
      'what its encoding says',
    )
  })

  it('repeats the first lines only, and never the password', () => {
    const what = said(Array.from({ length: 20 }, (_, at) => `line ${at} a-secret`).join('\n'))
    expect(what).to.contain('line 5 …').and.not.to.contain('line 6')
    expect(what).not.to.contain('a-secret')
    expect(said('', null)).to.equal('pg_restore failed, it was ended from outside.')
  })
})
