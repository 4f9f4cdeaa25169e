import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ENGINES, type Engine } from '../harness/vocabulary/engine.ts'
import { readPlan } from './read-plan.ts'
import { parsePlan } from './testing/parse-plan.ts'

const PROFILES = ['production', 'tiny']

async function planOf(
  texts: Readonly<Record<string, string>> | string,
  paths: readonly string[] = [],
  engine: Engine = 'sqlite',
) {
  const files = typeof texts === 'string' ? { 'features/a.feature': texts } : texts
  const documents = (await parsePlan(files)).flatMap(({ gherkinDocument }) => gherkinDocument ?? [])
  return readPlan(documents, { profile: 'tiny', engine, paths, profiles: PROFILES })
}

const onBoth = (scenarios: number) => ENGINES.map((engine) => ({ engine, scenarios }))

async function findingsOf(text: string) {
  return (await planOf(text)).findings.map(({ line, message }) => `${line}: ${message}`)
}

describe('the gates of the plan', () => {
  it('are its Rules with a code, in order, with their sentences', async () => {
    const { gates, findings } = await planOf(`Feature: links
  @DAT301
  Rule: every row is linked
    A count alone can be
      right by accident.

    Scenario: one
      Given a
  @DAT302 @advisory
  Rule: every link is right
    Scenario: two
      Given a
    Scenario: three
      Given a
`)
    expect(findings).to.deep.equal([])
    expect(gates).to.deep.equal([
      {
        code: 'DAT301',
        title: 'every row is linked',
        description: 'A count alone can be right by accident.',
        uri: 'features/a.feature',
        line: 3,
        advisory: false,
        engines: onBoth(1),
      },
      {
        code: 'DAT302',
        title: 'every link is right',
        description: '',
        uri: 'features/a.feature',
        line: 10,
        advisory: true,
        engines: onBoth(2),
      },
    ])
  })

  it('count the rows of an outline, and of other profiles nothing', async () => {
    const { gates } = await planOf(`Feature: f
  @DAT301
  Rule: r
    Scenario Outline: o
      Given <a>
      Examples:
        | a |
        | 1 |
        | 2 |
      @profile:production
      Examples:
        | a |
        | 3 |
    @profile:production
    Scenario: exact
      Given a
    @profile:production @profile:tiny
    Scenario: both
      Given a
  @DAT302 @profile:production
  Rule: not of this profile
    Scenario: s
      Given a
`)
    expect(gates.map(({ code, engines }) => [code, engines])).to.deep.equal([['DAT301', onBoth(3)]])
  })

  it('are those of the engine, with what the plan has for them on each', async () => {
    const text = `Feature: f
  @DAT301
  Rule: on both, otherwise
    Scenario Outline: o
      Given <a>
      Examples:
        | a |
        | 1 |
      @engine:postgres
      Examples:
        | a |
        | 2 |
        | 3 |
    @engine:sqlite
    Scenario: s
      Given a
  @DAT302 @engine:postgres
  Rule: on one
    Scenario: s
      Given a
  @DAT303
  Rule: on one by all its scenarios
    @engine:sqlite
    Scenario: s
      Given a
    @engine:sqlite
    Scenario: t
      Given a
`
    const on = async (engine: Engine) => {
      const { gates, findings } = await planOf(text, [], engine)
      expect(findings).to.deep.equal([])
      return gates.map(({ code, engines }) => [
        code,
        engines.map((each) => `${each.engine} ${each.scenarios}`).join(', '),
      ])
    }
    expect(await on('sqlite')).to.deep.equal([
      ['DAT301', 'sqlite 2, postgres 3'],
      ['DAT303', 'sqlite 2'],
    ])
    expect(await on('postgres')).to.deep.equal([
      ['DAT301', 'sqlite 2, postgres 3'],
      ['DAT302', 'postgres 1'],
    ])
  })

  it('are there on an engine although the profile leaves them no scenario', async () => {
    const { gates } = await planOf(`Feature: f
  @DAT301
  Rule: r
    @engine:sqlite @profile:production
    Scenario: s
      Given a
`)
    expect(gates.map(({ engines }) => engines)).to.deep.equal([[{ engine: 'sqlite', scenarios: 0 }]])
  })

  it('are bound by their feature, whose text is wrong for every engine all the same', async () => {
    const text = `@engine:postgres
Feature: f
  @DAT301
  Rule: r
    @profile:tinny
    Scenario: s
      Given a
`
    const sqlite = await planOf(text)
    expect([sqlite.gates.length, sqlite.findings.length]).to.deep.equal([0, 1])
  })

  it('keep a Rule whose scenarios all belong to other profiles, with none', async () => {
    const { gates } = await planOf(
      'Feature: f\n @DAT301\n Rule: r\n  @profile:production\n  Scenario: s\n   Given a\n',
    )
    expect(gates.map(({ code, engines }) => [code, engines])).to.deep.equal([['DAT301', onBoth(0)]])
  })

  it('are those of the harness only when its folder is named', async () => {
    const texts = {
      'features/harness/h.feature':
        '@harness\nFeature: h\n @HAR901\n Rule: r\n  Scenario: s\n   Given a\n Rule: x\n',
      'features/a.feature': 'Feature: a\n @DAT301 @advisory\n Rule: r\n  Scenario: s\n   Given a\n',
    }
    expect((await planOf(texts)).gates.map(({ code }) => code)).to.deep.equal(['DAT301'])
    expect((await planOf(texts)).findings).to.deep.equal([])
    expect((await planOf(texts, ['features'])).gates.map(({ code }) => code)).to.deep.equal(['DAT301'])
    expect((await planOf(texts, ['features/harness'])).gates.map(({ code }) => code)).to.include('HAR901')
  })

  it('inherit @advisory from their feature', async () => {
    const { gates } = await planOf('@advisory\nFeature: a\n @DAT301\n Rule: r\n  Scenario: s\n   Given a\n')
    expect(gates.map(({ advisory }) => advisory)).to.deep.equal([true])
  })
})

describe('findings in the plan', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a Rule without a code',
      'Feature: f\n Rule: r\n  Scenario: s\n   Given a\n',
      ['2: the Rule "r" has no gate code'],
    ],
    [
      'a Rule with two',
      'Feature: f\n @DAT301 @DAT302\n Rule: r\n  Scenario: s\n   Given a\n',
      ['3: the Rule "r" has 2'],
    ],
    [
      'a code used twice',
      'Feature: f\n @DAT301\n Rule: r\n  Scenario: s\n   Given a\n @DAT301\n Rule: q\n  Scenario: s\n   Given a\n',
      ['7: the gate code DAT301 is already used at features/a.feature:3'],
    ],
    [
      'a scenario outside any Rule',
      'Feature: f\n Scenario: s\n  Given a\n',
      ['2: the Scenario "s" stands outside'],
    ],
    [
      'a code with a digit too few',
      'Feature: f\n @DAT31\n Rule: r\n  Scenario: s\n   Given a\n',
      ['2: the tag @DAT31 looks'],
    ],
    [
      'a code in small letters',
      'Feature: f\n @dat301\n Rule: r\n  Scenario: s\n   Given a\n',
      ['2: the tag @dat301 looks'],
    ],
    [
      'a code on a scenario',
      'Feature: f\n @DAT301\n Rule: r\n  @DAT302\n  Scenario: s\n   Given a\n',
      ['4: the gate code @DAT302'],
    ],
    [
      'a scenario without steps',
      'Feature: f\n @DAT301\n Rule: r\n  Scenario: s\n',
      ['4: the Scenario "s" has no steps'],
    ],
    ['a Rule without scenarios', 'Feature: f\n @DAT301\n Rule: r\n', ['3: the Rule "r" has no scenario']],
    [
      'an outline without examples',
      'Feature: f\n @DAT301\n Rule: r\n  Scenario Outline: s\n   Given <a>\n',
      ['4: the Scenario Outline "s" has no examples'],
    ],
    [
      'examples without rows',
      'Feature: f\n @DAT301\n Rule: r\n  Scenario Outline: s\n   Given <a>\n   Examples:\n    | a |\n',
      ['6: these examples of'],
    ],
    [
      'a misspelt keyword in the description of a feature',
      'Feature: f\n Senario: gone\n  Given a\n',
      ['1: the description of the Feature "f" hides', '1: the description of the Feature "f" hides'],
    ],
    [
      'a keyword without its colon, in the description of a Rule',
      'Feature: f\n @DAT301\n Rule: r\n  Scenario gone\n\n  Scenario: s\n   Given a\n',
      ['3: the description of the Rule "r" hides what looks like a misspelt keyword: "Scenario gone"'],
    ],
    [
      'a misspelt step before the first one',
      'Feature: f\n @DAT301\n Rule: r\n  Scenario: s\n   Gven a\n   When b\n',
      ['4: text before the first line of the Scenario'],
    ],
    [
      'a misspelt step in a background',
      'Feature: f\n Background:\n  Gven a\n @DAT301\n Rule: r\n  Scenario: s\n   When b\n',
      ['2: text before the first line of the Background'],
    ],
    [
      'a profile that does not exist',
      'Feature: f\n @DAT301\n Rule: r\n  @profile:tinny\n  Scenario: s\n   Given a\n',
      ['4: no profile is called "tinny"; "tiny"?'],
    ],
    [
      'a profile that is written wrong',
      'Feature: f\n @DAT301\n Rule: r\n  @profile-tiny\n  Scenario: s\n   Given a\n',
      ['4: the tag @profile-tiny looks like one for a profile'],
    ],
    [
      'an engine that does not exist, on a Rule, which is then on none',
      'Feature: f\n @DAT301 @engine:postgresql\n Rule: r\n  Scenario: s\n   Given a\n',
      ['2: no engine is called "postgresql"; "postgres"?'],
    ],
    [
      'an engine that does not exist, on examples',
      'Feature: f\n @DAT301\n Rule: r\n  Scenario Outline: s\n   Given <a>\n   @engine:oracle\n   Examples:\n    | a |\n    | 1 |\n',
      ['6: no engine is called "oracle"'],
    ],
    [
      'an engine that is written wrong',
      'Feature: f\n @DAT301\n Rule: r\n  @engines:postgres\n  Scenario: s\n   Given a\n',
      ['4: the tag @engines:postgres looks like one for an engine and is none: write @engine:<name>'],
    ],
  ]
  for (const [name, text, expected] of cases) {
    it(`name ${name}`, async () => {
      const findings = await findingsOf(text)
      expect(findings, findings.join('\n')).to.have.length(expected.length)
      for (const [index, start] of expected.entries())
        expect(findings[index]).to.match(new RegExp(`^${escaped(start)}`))
    })
  }

  it('leave prose alone', async () => {
    const text = `Feature: f
  Everything hangs on the ids. They are keys; a given id stays, and scenarios rely on it.

  @DAT301 @timing @sqlite
  Rule: r
    It holds at 12:30 as well.
    Scenario: s
      Given a
`
    expect(await findingsOf(text)).to.deep.equal([])
  })
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
