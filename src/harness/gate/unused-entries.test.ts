import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ConfiguredEnvironment, ToleranceEntry } from './configuration.ts'
import { unusedEntries } from './unused-entries.ts'

const entry = (gate: string, subject?: string): ToleranceEntry => ({
  gate,
  ...(subject === undefined ? {} : { subject }),
  tolerance: 'none',
  because: 'so',
})
const staging = (...tolerances: readonly ToleranceEntry[]): ConfiguredEnvironment => ({
  name: 'staging',
  tolerances,
  budgets: [],
  accepted: [],
})
const judged = [
  { gate: 'DAT301', judgements: [{ subject: 'a.id' }, { subject: 'b.id' }] },
  { gate: 'DAT301', judgements: [{ subject: 'a.id' }] },
  { gate: 'DAT302', judgements: [] },
  { gate: null, judgements: [{ subject: 'c.id' }] },
]

describe('unusedEntries', () => {
  it('are none where everything was judged by them', () => {
    expect(unusedEntries(staging(entry('DAT301', 'b.id'), entry('DAT301')), judged, true)).to.deep.equal([])
  })

  it('name the subject that was not judged, and those that were', () => {
    expect(unusedEntries(staging(entry('DAT301', 'c.id')), judged, true)).to.deep.equal([
      'stagegate.config.ts, environment staging: an entry is for DAT301 c.id, and nothing of that name was judged; DAT301 judged a.id, b.id',
    ])
  })

  it('name a gate that judged nothing, or that the plan does not have', () => {
    for (const gate of ['DAT302', 'DAT399']) {
      for (const unused of [entry(gate), entry(gate, 'a.id')]) {
        expect(unusedEntries(staging(unused), judged, true)).to.deep.equal([
          `stagegate.config.ts, environment staging: an entry is for ${gate}, and nothing was judged for it`,
        ])
      }
    }
  })

  it('are looked for among the budgets, too', () => {
    expect(unusedEntries({ ...staging(), budgets: [entry('MIG105')] }, judged, true)).to.have.length(1)
  })

  it('of a narrowed run are those of gates that ran', () => {
    const entries = staging(entry('DAT399'), entry('DAT301', 'c.id'), entry('DAT302'))
    expect(unusedEntries(entries, judged, false).map((text) => /DAT\d+/.exec(text)?.[0])).to.deep.equal([
      'DAT301',
      'DAT302',
    ])
  })

  it('name the first subjects of many', () => {
    const judgements = Array.from({ length: 8 }, (_, index) => ({ subject: `s${index}` }))
    const [text] = unusedEntries(staging(entry('DAT301', 'x')), [{ gate: 'DAT301', judgements }], true)
    expect(text).to.contain('s0, s1, s2, s3, s4 and 3 more')
  })
})
