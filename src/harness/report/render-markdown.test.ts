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

  it('is cut between blocks below 60,000 characters, the verdict whole', () => {
    const gates = Array.from({ length: 900 }, (_, index) =>
      sampleGate({ code: `DAT${index + 100}`, title: '@|'.repeat(80), line: index + 1 }),
    )
    const document = toRunDocument(sampleRun({ gates }))
    const text = renderMarkdown(document)
    expect(text.length).to.be.below(60_000).and.above(50_000)
    expect(text)
      .to.match(/^## Stagegate: UNPROVEN\n\n\*\*UNPROVEN: .*\*\*\n/)
      .and.match(/The rest was cut.*_\n\n### What it rests on\n/)
  })

  it('stays below the limit when the facts themselves are endless', () => {
    const run = sampleRun({
      profile: '@'.repeat(90_000),
      selection: { tags: '@'.repeat(90_000), complete: false, shard: null },
    })
    const text = renderMarkdown(toRunDocument(run))
    expect(text.length).to.be.below(60_000)
    expect(text).to.match(/^## Stagegate: GO \(narrowed run\)/)
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
