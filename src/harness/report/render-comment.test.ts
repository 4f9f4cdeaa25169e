import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunRecord } from '../verdict/run-record.ts'
import { sampleGate } from '../verdict/sample/sample-gate.ts'
import { sampleJudgement } from '../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { renderComment } from './render-comment.ts'
import { breachOf } from './sample/breach-of.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

const GITHUB = 65_536
const HOSTILE = [
  '|',
  '`',
  '```',
  '\n',
  '<img src=x>',
  '<!--',
  '@everyone',
  '**',
  '[a](http://b)',
  '&lt;',
  '\u{1f600}',
]

/** A run of so many breached gates, of which every text is the one given. */
function breachedRun(gates: number, text: string): RunRecord {
  const planned = Array.from({ length: gates }, (_, at) =>
    sampleGate({ code: `DAT${100 + at}`, title: text, description: text, line: at * 10 }),
  )
  const breach = sampleJudgement({
    ...{ outcome: 'breached', subject: text, measured: text, tolerance: text, usualCause: text },
    witnesses: Array.from({ length: 10 }, () => ({ where: text, what: text })),
    witnessCount: 400,
  })
  return sampleRun({
    gates: planned,
    scenarios: planned.map(({ code, line }) =>
      sampleScenario({ gate: code, name: text, line: line + 2, judgements: [breach, breach] }),
    ),
    errors: [text, text],
    profile: text,
  })
}

describe('renderComment', () => {
  it('begins with a marker that nobody sees, and then is the page', () => {
    const [first, second] = renderComment(toRunDocument(samplePlanRun())).split('\n')
    expect([first, second]).to.deep.equal(['<!-- stagegate -->', '## Stagegate: GO'])
  })

  it('shows a whole run where there is room', () => {
    const text = renderComment(toRunDocument(breachOf('DAT301', samplePlanRun())))
    expect(text).to.contain('### DAT301 breached').and.contain('### Timings').and.not.contain('Cut here')
  })

  for (const sign of HOSTILE)
    it(`never is too long, nor cut inside anything, where all texts are ${JSON.stringify(sign)}`, () => {
      for (const [gates, length] of [
        [3, 40],
        [40, 100],
        [200, 60],
      ] as const) {
        const document = toRunDocument(breachedRun(gates, `x${sign}`.repeat(length)))
        const text = renderComment(document)
        expect(text.length).to.be.below(GITHUB)
        expectWhole(text)
        const [, heading, , sentence, , list] = text.split('\n')
        expect(heading).to.equal('## Stagegate: NO-GO')
        expect(sentence).to.match(/^\*\*NO-GO: .*\*\*$/)
        expect(list?.match(/DAT\d+/g)).to.deep.equal(document.gates.map(({ code }) => code))
        if (gates >= 40) expect(text).to.match(/_Cut here: [\d,]+ of [\d,]+ parts \([\d,]+ characters\)/)
      }
    })

  it('has room for more than the sentence, however long the titles in it are', () => {
    const text = renderComment(toRunDocument(breachedRun(3, '@x'.repeat(40_000))))
    expect(text.length).to.be.below(GITHUB)
    expect(text)
      .to.match(
        /\*\*NO-GO: 3 of 3 gates are breached: DAT100 .*…\*\*\n\nBreached \(3\): DAT100, DAT101, DAT102\n/,
      )
      .and.contain('### What it rests on')
  })

  it('keeps the verdict where there is room for nothing else', () => {
    const document = toRunDocument(breachedRun(1, '@'))
    const gates = Array.from({ length: 7000 }, (_, at) =>
      document.gates.map((gate) => ({ ...gate, code: `DAT${at + 100}` })),
    ).flat()
    const text = renderComment({ ...document, gates })
    expect(text.length).to.be.below(GITHUB)
    expect(text)
      .to.contain('DAT7099')
      .and.match(/_Cut here: /)
  })
})

/** Every row has the cells of its head, every tag is closed in its line, and nothing of the data is markup. */
function expectWhole(text: string): void {
  let cells = 0
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) cells = 0
    else if (cells === 0) cells = line.split('|').length
    else expect(line.split('|').length, line).to.equal(cells)
    expect(line.match(/<code>/g)?.length ?? 0, line).to.equal(line.match(/<\/code>/g)?.length ?? 0)
    const bare = line
      .replaceAll(/<\/?code>|\\.|`index\.html`|`run\.json`/g, '')
      .replace('<!-- stagegate -->', '')
    expect(bare, line).not.to.match(/[<>`[]|@\w/)
  }
}
