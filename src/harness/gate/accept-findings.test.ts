import { describe, it } from 'node:test'
import { expect } from 'chai'
import { acceptFindings } from './accept-findings.ts'

const staging = {
  name: 'staging',
  tolerances: [],
  budgets: [],
  accepted: [{ object: 'index idx_by_hand', because: 'production has it' }],
}

describe('acceptFindings', () => {
  it('says of what is there beyond the baseline why it may be, and leaves the rest as it is', () => {
    const other = { object: 'index idx_other', kind: 'extra', what: 'on clan_members' } as const
    const found = { object: 'index idx_by_hand', kind: 'extra', what: 'on discord_messages' } as const
    expect(acceptFindings([other, found, { ...found, what: '' }], staging)).to.deep.equal([
      other,
      {
        ...found,
        what: 'on discord_messages; accepted by stagegate.config.ts, environment staging: production has it',
      },
      { ...found, what: 'accepted by stagegate.config.ts, environment staging: production has it' },
    ])
  })

  it('accepts nothing that a migration should have made, whatever it is called', () => {
    const wrong = (['missing', 'different', 'ahead'] as const).map((kind) => ({
      object: 'index idx_by_hand',
      kind,
      what: 'x',
    }))
    expect(acceptFindings(wrong, staging)).to.deep.equal(wrong)
  })
})
