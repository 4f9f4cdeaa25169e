import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../gate/judge.ts'
import { atLeast, atMost, exactly, type Tolerance } from '../gate/tolerance.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { linkGroups } from './link-groups.ts'
import { sampleUnmatched, sampleUnmatchedName } from './sample/sample-unmatched.ts'
import { unlinkedParts } from './unlinked-parts.ts'

const MESSAGES = 'discord_messages.user_id'

function rate(subject: string, value: number, tolerance: Tolerance, population = 586_551) {
  return judge({ subject, unit: 'share', value, population, witnesses: [], witnessCount: 0 }, tolerance)
}

describe('linkGroups', () => {
  it('are the match rates that scenarios judged, with what is known of the rows without a link', () => {
    const run = sampleRun({
      scenarios: [
        sampleScenario({
          judgements: [rate(MESSAGES, 309_793, atLeast(0.528)), rate(MESSAGES, 12, atMost(0.01))],
        }),
        sampleScenario({ gate: 'DAT314', judgements: [], unmatched: [sampleUnmatched()] }),
      ],
    })
    const [group, ...others] = linkGroups(run)
    expect(others).to.deep.equal([])
    expect(group?.links).to.have.length(1)
    expect(group?.links[0]).to.deep.include({ link: MESSAGES, rows: 586_551, linked: 309_793, limit: 0.528 })
    expect(group?.links[0]?.margin?.text).to.equal('+0.02 pp')
    expect(group?.links[0]?.causes).to.deep.equal([
      { cause: 'match normalised', rows: 1207 },
      { cause: 'nothing known', rows: 275_551 },
    ])
  })

  it('know no cause of other rows than those that were judged', () => {
    const scenarios = [
      sampleScenario({ judgements: [rate(MESSAGES, 309_000, atLeast(0.5))], unmatched: [sampleUnmatched()] }),
    ]
    expect(linkGroups(sampleRun({ scenarios }))[0]?.links[0]?.causes).to.deep.equal([])
  })

  it('take an exact count for the part that it is, leave other shares out, and say the same once', () => {
    const judgements = [rate(MESSAGES, 300, exactly(305), 610), rate('members', 300, atLeast(0.5), 305)]
    const scenarios = [sampleScenario({ judgements }), sampleScenario({ line: 99, judgements })]
    const groups = linkGroups(sampleRun({ scenarios }))
    expect(groups).to.have.length(1)
    expect(groups[0]?.links.map(({ link, limit }) => [link, limit])).to.deep.equal([[MESSAGES, 0.5]])
  })
})

describe('unlinkedParts', () => {
  it('asks the comparisons where not all names are listed, and never counts a row twice', () => {
    const parts = unlinkedParts(
      sampleUnmatched({
        ...{ rows: 100, linked: 50, exactly: 40, ignoringCase: 60, normalised: 65, withAliases: 70 },
        ...{ skipped: 90, names: [sampleUnmatchedName()], nameCount: 200 },
      }),
    )
    expect(parts).to.deep.equal([
      { cause: 'match ignoring case', rows: 10 },
      { cause: 'match normalised', rows: 5 },
      { cause: 'match by alias', rows: 5 },
      { cause: 'known to be nobody', rows: 30 },
    ])
  })
})
