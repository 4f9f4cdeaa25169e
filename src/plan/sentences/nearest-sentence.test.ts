import { describe, it } from 'node:test'
import { expect } from 'chai'
import { nearestSentence } from './nearest-sentence.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary-of.ts'

const EXPRESSIONS = [
  'the database at {migration}',
  'the database migrates to {migration}',
  'the database migrated from {migration} to {migration}',
  'every migration goes through',
  'the migration {migration} fails {failure point}',
  'the plan runs on the red twin of {string}, for the gate {string}',
  'the table(s) {string} is/are empty',
]
const VOCABULARY: Vocabulary = {
  sentences: EXPRESSIONS.map((expression) => ({ expression, example: undefined })),
  types: new Map([
    ...vocabularyOf([]).types,
    ['migration', ['head|"[A-Z]\\w*"']],
    ['failure point', ['half-way|at its last statement']],
  ]),
}
const WHICH = 'which takes head|"[A-Z]\\w*"'

describe('a step that no sentence of the plan reads like', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['every migratoin goes trough', 'nearest: `every migration goes through`'],
    [
      'the database migrate to head',
      'nearest: `the database migrates to {migration}`, as in `the database migrates to head`',
    ],
    [
      'the database migrates to "normalizeUserIds"',
      `nearest: \`the database migrates to {migration}\`; "normalizeUserIds" is no {migration}, ${WHICH}`,
    ],
    [
      'the database migrated from "DedupSnapshots" to Head',
      `nearest: \`the database migrated from {migration} to {migration}\`; Head is no {migration}, ${WHICH}`,
    ],
    [
      'migration "NormalizeUserIds" fails at its last statement',
      'nearest: `the migration {migration} fails {failure point}`, as in `the migration "NormalizeUserIds" fails at its last statement`',
    ],
    [
      'the plan runs at the red twin of "a/b", for gate "DAT301"',
      'nearest: `the plan runs on the red twin of {string}, for the gate {string}`, as in `the plan runs on the red twin of "a/b", for the gate "DAT301"`',
    ],
    [
      'the tables "a" is empti',
      'nearest: `the table(s) {string} is/are empty`, as in `the tables "a" is empty`',
    ],
  ]
  for (const [step, expected] of cases)
    it(step, () => {
      expect(nearestSentence(step, VOCABULARY)).to.equal(
        `no sentence of the plan reads like this; ${expected}`,
      )
    })

  it('brings no sentence where none is near', () => {
    expect(nearestSentence('nobody is there', VOCABULARY)).to.equal(
      'no sentence of the plan reads like this; npx stagegate steps lists those that there are',
    )
    expect(nearestSentence('nobody is there', vocabularyOf([]))).to.contain('npx stagegate steps')
  })

  it('brings the example of the run, where it has one', () => {
    const sentences = [
      { expression: 'the database at {migration}', example: 'the database at "DedupSnapshots"' },
    ]
    expect(nearestSentence('the data base at {x}', { ...VOCABULARY, sentences })).to.contain(
      'nearest: `the database at {migration}`, as in `the database at "DedupSnapshots"`; {x} is no {migration}',
    )
  })
})
