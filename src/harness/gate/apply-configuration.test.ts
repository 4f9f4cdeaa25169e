import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { applyConfiguration } from './apply-configuration.ts'
import { askedFor } from './asked-for.ts'
import type { ConfiguredEnvironment, ToleranceEntry } from './configuration.ts'
import { isConfigured } from './is-configured.ts'
import { atLeast, atMost, exactly, none, type Tolerance } from './tolerance.ts'

const link: ToleranceEntry = {
  gate: 'DAT301',
  subject: 'discord_messages.user_id',
  tolerance: 'at least 45 %',
  because: 'bots write here',
}
const messages = { subject: 'discord_messages.user_id', unit: 'share' } as const

function staging(...tolerances: readonly ToleranceEntry[]): ConfiguredEnvironment {
  return { name: 'staging', tolerances, budgets: [], accepted: [] }
}

function refusal(entry: ToleranceEntry, asked: Tolerance = atLeast(0.5)): StagegateError['text'] {
  try {
    applyConfiguration('DAT301', messages, asked, staging(entry))
  } catch (error) {
    if (error instanceof StagegateError) return error.text
  }
  throw new Error('the entry was applied')
}

describe('applyConfiguration', () => {
  it('leaves the tolerance of the plan as it is where there is no environment, or none of its entries fits', () => {
    const plan = { tolerance: atLeast(0.5) }
    expect(applyConfiguration('DAT301', messages, atLeast(0.5), undefined)).to.deep.equal(plan)
    for (const environment of [
      staging(),
      staging({ ...link, gate: 'DAT302' }),
      staging({ ...link, subject: 'discord_messages' }),
      staging({ ...link, subject: 'DISCORD_MESSAGES.USER_ID' }),
    ]) {
      expect(applyConfiguration('DAT301', messages, atLeast(0.5), environment)).to.deep.equal(plan)
    }
    expect(applyConfiguration(null, messages, atLeast(0.5), staging(link))).to.deep.equal(plan)
  })

  it('takes that of the environment, and says why and in the place of what', () => {
    expect(applyConfiguration('DAT301', messages, atLeast(0.5), staging(link))).to.deep.equal({
      tolerance: atLeast(0.45),
      toleranceFrom:
        'stagegate.config.ts, environment staging: bots write here; the plan asks for at least 50 %',
    })
  })

  it('takes budgets, too, in the unit of what is measured', () => {
    const budgets = [{ ...link, gate: 'PRF405', subject: 'report', tolerance: 'at most 2 s' }] as const
    const asked = { subject: 'report', unit: 'milliseconds' } as const
    expect(
      applyConfiguration('PRF405', asked, atMost(500), { ...staging(), budgets }).tolerance,
    ).to.deep.equal(atMost(2000))
  })

  it('prefers what is said of a subject to what is said of its gate', () => {
    const { subject: _, ...ofGate } = link
    const both = staging({ ...ofGate, tolerance: 'at least 40 %' }, link)
    const limitOf = (subject: string) =>
      applyConfiguration('DAT301', { ...messages, subject }, atLeast(0.5), both).tolerance.limit
    expect([limitOf('discord_messages.user_id'), limitOf('wom_snapshots.user_id')]).to.deep.equal([0.45, 0.4])
  })

  it('refuses a tolerance of another unit, and says which there could be', () => {
    const { what, where, next } = refusal({ ...link, tolerance: 'at most 2 s' })
    expect(what)
      .to.contain('DAT301 cannot judge discord_messages.user_id by "at most 2 s"')
      .and.contain('"at least 98 %"')
    expect(where).to.equal('stagegate.config.ts, environment staging')
    expect(next).to.contain('the plan asks for at least 50 %')
  })

  it('refuses one that bounds from the other side: nothing would be left of what the plan asks for', () => {
    expect(refusal({ ...link, tolerance: 'at most 60 %' }).what).to.contain('from the other side')
    expect(refusal(link, atMost(0.5)).what).to.contain('from the other side')
  })

  it('lets one be exact where the plan is not, and the other way round', () => {
    const exact = staging({ ...link, tolerance: 'exactly 309,793' })
    expect(applyConfiguration('DAT301', messages, atLeast(0.5), exact).tolerance).to.deep.equal(
      exactly(309_793),
    )
    expect(applyConfiguration('DAT301', messages, exactly(3), staging(link)).tolerance).to.deep.equal(
      atLeast(0.45),
    )
  })

  it('says of what the plan asks for that it does, and of the rest that the configuration does', () => {
    const own = { tolerance: 'none', toleranceFrom: 'features/schema/catalog.feature:12' }
    const { toleranceFrom = '' } = applyConfiguration(
      'DAT301',
      messages,
      none,
      staging({ ...link, tolerance: 'exactly 3' }),
    )
    expect(askedFor({ tolerance: 'none' })).to.equal('the plan asks for none')
    expect(askedFor(own)).to.equal('the plan asks for none')
    expect(askedFor({ tolerance: 'exactly 3', toleranceFrom })).to.equal(
      'stagegate.config.ts asks for exactly 3',
    )
    expect([isConfigured({}), isConfigured(own), isConfigured({ toleranceFrom })]).to.deep.equal([
      false,
      false,
      true,
    ])
  })
})
