import { describe, it } from 'node:test'
import { expect } from 'chai'
import { withTwinRows } from './with-twin-rows.ts'

const FEATURE = `Feature: twins
      Examples: first
        | gate   |
        | MIG101 |
        | MIG102 |
        | SCH201 |

      Examples: second
        | gate   |
        | MIG117 |
`

describe('rows for new red twins', () => {
  it('come behind the last ones of their families, in the first table that has them', () => {
    const rows = withTwinRows(FEATURE, ['MIG119', 'SCH208', 'MIG120'])
    expect(rows?.text.split('\n').slice(3, 9)).to.deep.equal([
      '        | MIG101 |',
      '        | MIG102 |',
      '        | MIG119 |',
      '        | MIG120 |',
      '        | SCH201 |',
      '        | SCH208 |',
    ])
    expect(rows?.text.split('\n').slice(9)).to.deep.equal(FEATURE.split('\n').slice(6))
    expect(rows?.lines).to.deep.equal([6, 7, 9])
  })

  it('have no place where their family has none', () => {
    expect(withTwinRows(FEATURE, ['MIG119', 'DAT301'])).to.equal(undefined)
    expect(withTwinRows('', ['MIG119'])).to.equal(undefined)
  })
})
