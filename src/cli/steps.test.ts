import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sentencesMarkdown } from '../plan/sentences/sentences-markdown.ts'
import { temporaryProject } from './testing/temporary-project.ts'

const TABLE = ['| a | b\\|c |', ...Array.from({ length: 7 }, (_, row) => `| ${row} | |`)]
const PROJECT = {
  'features/b.feature': `Feature: b
  @DAT301
  Rule: r
    Scenario Outline: s
      Given the users are <n>
      Then it holds for {x} as in
        ${TABLE.join('\n        ')}
      Examples:
        | n |
        | 3 |
        | 4 |
`,
  'features/harness/a.feature': `@harness
Feature: a
  @HAR901
  Rule: r
    Scenario: s
      Given the users are 5
      When it runs in "a b"
`,
  'step-definitions/user.steps.ts': `
import { defineParameterType, Given, Then, When } from '@cucumber/cucumber'
defineParameterType({ name: 'users', regexp: /\\d|nobody/, transformer: Number })
Then('it holds for \\\\{x} as in', () => {})
Then('nobody says this', () => {})
Given('the users are {users}', () => {})
`,
  'step-definitions/harness.steps.ts': `
import { When } from '@cucumber/cucumber'
console.log('chatter')
When('it runs in {string}', () => {})
`,
}

describe('stagegate steps', { concurrency: 2 }, () => {
  it('lists the sentences by what they are about, each with its first use in the features', async () => {
    await using project = await temporaryProject(PROJECT)
    const { code, stdout, stderr } = await project.run(['steps'])
    expect(stdout).to.equal(`user  (step-definitions/user.steps.ts)

  Given the users are {users}
    {users} takes \\d|nobody
    For example, features/b.feature:17:
      Given the users are 3

  Then it holds for \\{x} as in
    For example, features/b.feature:17:
      Then it holds for {x} as in
        | a | b\\|c |
        | 0 |      |
        | 1 |      |
        | 2 |      |
        | 3 |      |
        # and 3 rows more

  Then nobody says this
    No feature uses it.

harness  (step-definitions/harness.steps.ts)

  When it runs in {string}
    {string} takes text in quotes
    For example, features/harness/a.feature:5:
      When it runs in "a b"
`)
    expect(stderr).to.equal('chatter\n')
    expect(code).to.equal(0)
  })

  it('lists them for programs, and as a page', async () => {
    await using project = await temporaryProject(PROJECT)
    const sentences = JSON.parse((await project.run(['steps', '--json'])).stdout)
    expect(
      sentences.map(({ keyword, expression }: Record<string, string>) => `${keyword} ${expression}`),
    ).to.have.members([
      'When it runs in {string}',
      'Then it holds for \\{x} as in',
      'Then nobody says this',
      'Given the users are {users}',
    ])
    const { stdout } = await project.run(['steps', '--markdown'])
    expect(stdout).to.equal(sentencesMarkdown(sentences))
    expect(stdout).to.contain('### Given `the users are {users}`\n\n```gherkin\nGiven the users are 3\n```\n')
    expect(stdout)
      .to.contain('| `{users}` | `\\d\\|nobody` |\n')
      .and.to.contain('| `{string}` | text in quotes |\n')
  })

  it('says why there are none', async () => {
    await using empty = await temporaryProject({})
    const none = await empty.run(['steps'])
    expect([none.code, none.stdout]).to.deep.equal([2, ''])
    expect(none.stderr).to.contain('There are no step definitions.')
    await using broken = await temporaryProject({ 'step-definitions/a.steps.ts': `throw new Error('no')` })
    const { code, stderr } = await broken.run(['steps'])
    expect(code).to.equal(2)
    expect(stderr).to.match(/^The step definitions cannot be loaded\.\n.*\n {2}Usual cause: .*no\n/)
  })
})
