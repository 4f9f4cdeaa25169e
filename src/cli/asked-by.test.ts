import { describe, it } from 'node:test'
import { expect } from 'chai'
import { askedBy } from './asked-by.ts'

describe('who asked for a run', () => {
  it('is who the CI system says, rather than the account that it runs under', () => {
    expect(askedBy({ USER: 'runner', GITHUB_ACTOR: 'qa-lead' })).to.equal('qa-lead')
    expect(askedBy({ USER: 'gitlab-runner', GITLAB_USER_LOGIN: 'qa-lead' })).to.equal('qa-lead')
  })

  it('is whom the run was told, before all others', () => {
    expect(askedBy({ STAGEGATE_ASKED_BY: 'release 12', GITHUB_ACTOR: 'qa-lead' })).to.equal('release 12')
  })

  it('is the account where nothing else is said, and nobody where not even that is', () => {
    expect(askedBy({ LOGNAME: 'root', USER: ' ' })).to.equal('root')
    expect(askedBy({})).to.equal(null)
  })
})
