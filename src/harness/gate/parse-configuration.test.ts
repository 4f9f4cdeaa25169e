import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { type Configuration, defineConfig } from './configuration.ts'
import { parseConfiguration } from './parse-configuration.ts'

const link = {
  gate: 'DAT301',
  subject: 'discord_messages.user_id',
  tolerance: 'at least 45 %',
  because: 'bots write here',
} as const
const budget = {
  gate: 'MIG105',
  subject: 'NormalizeUserIds',
  tolerance: 'at most 60 %',
  because: 'room',
} as const
const made = { object: 'index idx_by_hand', because: 'production has it' }

function refusal(exported: unknown): StagegateError['text'] {
  try {
    parseConfiguration(exported, 'stagegate.config.ts')
  } catch (error) {
    expect(error).to.be.instanceOf(StagegateError)
    if (error instanceof StagegateError) return error.text
  }
  throw new Error('the configuration was accepted')
}

const staging = (environment: unknown) => ({ environments: { staging: environment } })
const tolerance = (changes: object) => staging({ tolerances: [budget, { ...link, ...changes }] })

describe('parseConfiguration', () => {
  it('gives back what is right', () => {
    const configuration: Configuration = defineConfig({
      environments: {
        staging: { tolerances: [link], budgets: [budget], accepted: [made] },
        'production-eu': {},
      },
    })
    expect(parseConfiguration(configuration, 'stagegate.config.ts')).to.deep.equal(configuration)
  })

  const cases: readonly (readonly [string, unknown, string, string?])[] = [
    ['no object', 'staging', 'what it exports has to be object'],
    ['no environments', {}, 'environments is required'],
    [
      'a key of no meaning',
      { ...staging({}), environment: {} },
      'has "environment", which means nothing there: environments?',
    ],
    [
      'a name that no command could have',
      { environments: { 'my staging': {} } },
      'is no name such as staging',
      'environment my staging',
    ],
    ['a misspelt list', staging({ tolerance: [] }), 'tolerances?', 'environment staging'],
    [
      'a list that is none',
      staging({ budgets: budget }),
      'budgets has to be array',
      'environment staging, budgets',
    ],
    [
      'an entry without a reason',
      tolerance({ because: undefined }),
      'because is required',
      'environment staging, tolerances[1] (DAT301 discord_messages.user_id)',
    ],
    [
      'an empty reason',
      tolerance({ because: ' ' }),
      'because must not be empty',
      'environment staging, tolerances[1] (DAT301 discord_messages.user_id)',
    ],
    ['a reason that is no text', tolerance({ because: 3 }), 'because has to be string'],
    [
      'no gate',
      tolerance({ gate: 'dat301' }),
      'gate is no code of a gate',
      'environment staging, tolerances[1] (dat301 discord_messages.user_id)',
    ],
    [
      'a key of no meaning in an entry',
      tolerance({ subjekt: 'x' }),
      'has "subjekt", which means nothing there: subject?',
    ],
    ['no tolerance', tolerance({ tolerance: undefined }), 'tolerance is required'],
    ['a tolerance that is no text', tolerance({ tolerance: 45 }), 'tolerance has to be string'],
    ['a tolerance in other words', tolerance({ tolerance: '>= 45 %' }), '">= 45 %" is no tolerance'],
    [
      'a budget from below',
      staging({ budgets: [{ ...budget, tolerance: 'at least 3 s' }] }),
      'a budget is a bound from above',
      'environment staging, budgets[0] (MIG105 NormalizeUserIds)',
    ],
    [
      'the same subject twice',
      staging({ tolerances: [link, { ...link, tolerance: 'none' }] }),
      'says again what another says',
      'environment staging, tolerances[1] (DAT301 discord_messages.user_id)',
    ],
    [
      'the same subject in both lists',
      staging({ tolerances: [budget], budgets: [budget] }),
      'says again',
      'environment staging, budgets[0] (MIG105 NormalizeUserIds)',
    ],
    [
      'an accepted object without a reason',
      staging({ accepted: [{ object: made.object }] }),
      'because is required',
      'environment staging, accepted[0] (index idx_by_hand)',
    ],
  ]
  for (const [name, exported, what, where] of cases) {
    it(`refuses ${name}`, () => {
      const text = refusal(exported)
      expect(text.what).to.contain(what)
      if (where !== undefined) expect(text.where).to.equal(`stagegate.config.ts, ${where}`)
    })
  }

  it('refuses a tolerance that is no text, and a broken budget beside it, without failing itself', () => {
    expect(refusal(staging({ budgets: [{ ...budget, tolerance: 'much' }] })).what).to.contain(
      'is no tolerance',
    )
  })

  it('takes a whole gate beside one of its subjects', () => {
    const { subject: _, ...whole } = link
    expect(() => parseConfiguration(staging({ tolerances: [link, whole] }), 'x')).not.to.throw()
  })
})
