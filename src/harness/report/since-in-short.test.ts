import { describe, it } from 'node:test'
import { expect } from 'chai'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderText } from './render-text.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'
import { sampleRunsBefore } from './sample/sample-runs-before.ts'
import { sinceInShort } from './since-in-short.ts'

const BEFORE = {
  ...sampleRunsBefore(),
  turned: [{ gate: 'DAT301', from: 'held', to: 'breached' }],
  moved: [
    { gate: 'DAT301', subject: 'wom_snapshots.user_id', unit: 'share', from: 95_474, to: 87_640 },
    { gate: 'PRF403', subject: 'message counts of 30 days', unit: 'ratio', from: 1402, to: 1390 },
  ],
} as const

describe('what changed since the run before, in short', () => {
  const run = 'Since 2026-11-21 13:40 UTC (GO, 8d0aa1f3)'

  it('names the gates that turned and the values that moved', () => {
    expect(sinceInShort(BEFORE)).to.deep.equal([
      `${run}: DAT301 turned from held to breached`,
      'Moved: DAT301 wom_snapshots.user_id from 95,474 to 87,640; PRF403 message counts of 30 days from 1,402 times to 1,390 times',
    ])
  })

  it('names five, counts the others, and says what came and went', () => {
    const turned = [
      { gate: 'DAT301', from: null, to: 'held' },
      { gate: 'DAT302', from: 'held', to: null },
      ...['DAT303', 'DAT304', 'DAT305', 'DAT306', 'DAT307'].map(
        (gate) => ({ gate, from: 'held', to: 'vacuous' }) as const,
      ),
    ] as const
    expect(sinceInShort({ ...BEFORE, turned, moved: [] })).to.deep.equal([
      `${run}: DAT301 is new and held; DAT302 is gone (it was held); DAT303 turned from held to vacuous; DAT304 turned from held to vacuous; DAT305 turned from held to vacuous; and 2 more`,
    ])
  })

  it('says that nothing changed, and nothing where no run is known', () => {
    expect(sinceInShort({ ...BEFORE, turned: [], moved: [] })).to.deep.equal([
      `${run}: no gate turned and no value moved`,
    ])
    expect(sinceInShort(null)).to.deep.equal([])
  })

  it('stands in the text and in the summary', () => {
    const document = toRunDocument(samplePlanRun(), BEFORE)
    const style = { width: 100, color: false }
    expect(renderText(document, style)).to.include(
      `\n${run}: DAT301 turned from held to breached\nMoved: DAT301`,
    )
    expect(renderMarkdown(document)).to.include('DAT301 turned from held to breached')
    expect(renderText(toRunDocument(samplePlanRun()), style)).not.to.include('Since ')
  })
})
