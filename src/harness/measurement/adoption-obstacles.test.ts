import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { SourceFinding } from '../vocabulary/source-record.ts'
import { adoptionObstacles } from './adoption-obstacles.ts'

const finding = (kind: SourceFinding['kind'], object: string): SourceFinding => ({ kind, object, what: '' })
const STOP: readonly SourceFinding[] = [
  finding('missing', 'column clan_members.role'),
  finding('missing', 'index idx_a'),
  finding('ahead', 'column wom_snapshots.user_id'),
  finding('different', 'index idx_b'),
  finding('different', 'table clan_members'),
  finding('different', 'foreign key a (b) to c (d)'),
]
const NO_MATTER: readonly SourceFinding[] = [
  finding('extra', 'index idx_c'),
  finding('extra', 'table bans'),
  finding('different', 'column clan_members.role'),
  finding('different', 'order of columns of clan_members'),
]

describe('adoptionObstacles', () => {
  it('are what is missing, ahead, or another thing than the record would say', () => {
    expect(adoptionObstacles([...NO_MATTER, ...STOP])).to.deep.equal(STOP)
  })

  it('are not what was made by hand, nor how a column is declared', () => {
    expect(adoptionObstacles(NO_MATTER)).to.deep.equal([])
  })

  it('are not what a person accepts, each by its own name', () => {
    expect(adoptionObstacles(STOP, ['index idx_a', 'table clan_members', 'index idx'])).to.deep.equal(
      STOP.filter(({ object }) => object !== 'index idx_a' && object !== 'table clan_members'),
    )
  })
})
