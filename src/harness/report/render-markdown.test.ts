import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleGate } from '../verdict/sample/sample-gate.ts'
import { sampleJudgement } from '../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { renderMarkdown } from './render-markdown.ts'
import { breachOf } from './sample/breach-of.ts'
import { sampleEnginesRun } from './sample/sample-engines-run.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

const ATTACK = '<img src=x onerror=alert(1)> | **bold** `code` @everyone #17 [a](http://b) ~~x~~ $y$'

describe('renderMarkdown', () => {
  it('begins with the verdict and its sentence', () => {
    const [first, , third] = renderMarkdown(toRunDocument(samplePlanRun())).split('\n')
    expect(first).to.equal('## Stagegate: GO')
    expect(third).to.match(/^\*\*GO: all 13 gates held on SQLite 3\.53\.0, resting on /)
  })

  it('says at the top that a run was narrowed', () => {
    const run = samplePlanRun({ selection: { tags: '@DAT301', complete: false, shard: null } })
    expect(renderMarkdown(toRunDocument(run))).to.match(/^## Stagegate: GO \(narrowed run\)\n/)
  })

  it('shows the breached gate first, with its witnesses and the command', () => {
    const text = renderMarkdown(toRunDocument(breachOf('DAT301', samplePlanRun())))
    expect(text.split('\n').find((line) => /^\| [A-Z]{3}\d/.test(line))).to.match(
      /^\| DAT301 .* \*\*breached\*\* /,
    )
    expect(text)
      .to.contain('8,457 witnesses; the first 5:')
      .and.contain('<code>wom&#95;snapshots &#35;17</code>')
    expect(text).to.contain('stagegate verify --tags &#64;DAT301 --keep')
  })

  it('escapes what data could do to the page', () => {
    const witnesses = [{ where: ATTACK, what: ATTACK }]
    const breach = sampleJudgement({
      subject: ATTACK,
      outcome: 'breached',
      measured: ATTACK,
      tolerance: ATTACK,
      usualCause: ATTACK,
      witnesses,
      witnessCount: 1,
    })
    const run = sampleRun({
      gates: [sampleGate({ title: ATTACK })],
      scenarios: [sampleScenario({ judgements: [breach] })],
      errors: [ATTACK],
      selection: { tags: ATTACK, complete: false, shard: null },
      profile: ATTACK,
    })
    const text = renderMarkdown(toRunDocument(run))
    expect(text)
      .not.to.contain('<img')
      .and.not.contain('@everyone')
      .and.not.contain('#17')
      .and.not.contain('://')
    expect(text.replaceAll(/\\./g, '')).not.to.match(/(?<!\*)\*\*bold|`|~~|\[a\]/)
    const rows = text.split('\n').filter((line) => line.startsWith('| '))
    for (const row of rows) expect(row.split('|').length, row).to.equal(8)
  })

  it('parts mentions, references and links where nobody sees it', () => {
    const run = sampleRun({ gates: [sampleGate({ title: ATTACK })] })
    expect(renderMarkdown(toRunDocument(run)))
      .to.contain('@&#8203;everyone')
      .and.contain('#&#8203;17')
      .and.contain('http:&#8203;//b')
  })

  it('names every breached gate at the top, which the sentence does not', () => {
    const codes = ['DAT301', 'DAT302', 'DAT303', 'DAT306', 'MIG106']
    const run = codes.reduce((all, code) => breachOf(code, all), samplePlanRun())
    const [, , sentence, , list] = renderMarkdown(toRunDocument(run)).split('\n')
    expect(sentence).not.to.contain('DAT306')
    expect(list).to.equal('Breached (5): DAT301, DAT302, DAT303, DAT306, MIG106 (advisory)')
  })

  it('takes more than a comment does, and still no more than 1,000,000 bytes', () => {
    const gates = Array.from({ length: 9000 }, (_, index) =>
      sampleGate({ code: `DAT${index + 100}`, title: '\u{1f600}ü|'.repeat(20), line: index + 1 }),
    )
    const text = renderMarkdown(toRunDocument(sampleRun({ gates: gates.slice(0, 200) })))
    expect(text.length).to.be.above(65_536)
    expect(text).not.to.contain('Cut here')
    const huge = renderMarkdown(toRunDocument(sampleRun({ gates })))
    expect(Buffer.byteLength(huge)).to.be.below(1_000_000).and.above(500_000)
    expect(huge)
      .to.match(/^## Stagegate: UNPROVEN\n\n\*\*UNPROVEN: .*\*\*\n/)
      .and.match(/_Cut here: [\d,]+ of 9,001 parts \([\d,]+ bytes\) are left out\./)
      .and.match(/\n### What it rests on\n/)
  })

  it('has a column for each of several engines', () => {
    const text = renderMarkdown(toRunDocument(sampleEnginesRun()))
    expect(text).to.contain(
      '| Gate | What must hold | SQLite | PostgreSQL | Measured | Tolerance | Population |\n| --- | --- | --- | --- | --- | --- | ---: |\n',
    )
    expect(text).to.match(/^\| DAT301 \|[^|]+\| held \| \*\*breached\*\* \|/m)
    expect(text).to.match(/^\| SCH203 \|[^|]+\| held \| - \|/m)
  })
})
