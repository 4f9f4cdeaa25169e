import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { HarvestResult } from './harvest-result.ts'
import { harvestSummary } from './harvest-summary.ts'

const QUIET: HarvestResult = {
  linked: true,
  members: { listed: 305, added: [], updated: [] },
  leavers: { names: [], decision: 'none' },
  snapshots: { stored: 0, skipped: 0 },
  bosses: { stored: 0, skipped: 0 },
  messages: { stored: 0, skipped: 0 },
  failures: [],
}

describe('harvestSummary', () => {
  it('says what was stored, what was passed over and why, and what failed, at the end', () => {
    const result: HarvestResult = {
      linked: false,
      members: { listed: 305, added: ['Ann', 'Zoë'], updated: ['Bob'] },
      leavers: { names: ['Gone'], decision: 'removed' },
      snapshots: { stored: 1305, skipped: 2 },
      bosses: { stored: 50_000, skipped: 1 },
      messages: { stored: 3, skipped: 4 },
      failures: [
        { source: 'clan', of: 'entry 3', kind: 'no name', reason: 'there is no name' },
        { source: 'player', of: 'Jo_hn', kind: 'timed out', reason: 'no answer in 10 s' },
      ],
    }
    expect(harvestSummary(result).split('\n')).to.deep.equal([
      'Members: 305 listed, 1 updated, 2 added ("Ann", "Zoë")',
      'Leavers: 1 removed, since they are not in the list any more; what they left behind stays ("Gone")',
      'Snapshots: 1,305 stored, 2 skipped of a day that has one already',
      'Boss rows: 50,000 stored, 1 skipped of bosses that were never killed',
      'Messages: 3 stored, 4 skipped that are there already',
      'Links: none on this schema',
      'Failures: 2; everything else is stored',
      '  clan "entry 3": no name, there is no name',
      '  player "Jo_hn": timed out, no answer in 10 s',
    ])
  })

  it('says of a quiet day that nothing happened', () => {
    expect(harvestSummary(QUIET).split('\n')).to.deep.equal([
      'Members: 305 listed, 0 updated, 0 added',
      'Leavers: nobody',
      'Snapshots: 0 stored',
      'Boss rows: 0 stored',
      'Messages: 0 stored',
      'Links: written',
      'Failures: none',
    ])
  })

  it('says why nobody was removed', () => {
    const names = Array.from({ length: 62 }, (_, index) => `Member ${index + 1}`)
    const lines = (leavers: HarvestResult['leavers']) => harvestSummary({ ...QUIET, leavers }).split('\n')[1]
    expect(lines({ names, decision: 'too many' })).to.equal(
      'Leavers: 62 missing, and nobody removed: more than a fifth of the clan is rather a wrong list than gone' +
        ` (${names
          .slice(0, 10)
          .map((name) => `"${name}"`)
          .join(', ')} and 52 more)`,
    )
    expect(lines({ names: ['Gone'], decision: 'unknown' })).to.match(
      /^Leavers: 1 not found, and nobody removed: /,
    )
    expect(lines({ names: [], decision: 'unknown' })).to.match(/^Leavers: nobody removed: /)
    const removed = lines({ names, decision: 'removed' })
    expect(removed).to.contain('"Member 62"')
  })

  it('says when there was no list', () => {
    const members = { listed: null, added: [], updated: [] }
    expect(harvestSummary({ ...QUIET, members })).to.match(/^Members: no list, /)
  })

  it('keeps its lines whatever is in a name or a reason', () => {
    const hostile = 'a\nb\r\u2028\u2029\u0085\u001b[2K\u202e\ud800\u{e0001}'
    const text = harvestSummary({
      ...QUIET,
      members: { listed: 1, added: [hostile], updated: [] },
      leavers: { names: [hostile], decision: 'removed' },
      failures: [{ source: 'player', of: hostile, kind: 'unreadable', reason: hostile }],
    })
    expect(text.split('\n')).to.have.length(8)
    expect(text).to.contain(String.raw`"a\u000ab\u000d\u2028\u2029\u0085\u001b[2K\u202e\ud800\ue0001"`)
    expect(text.replaceAll('\n', '')).not.to.match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  })
})
