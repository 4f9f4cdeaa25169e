import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Envelope } from '../envelope.ts'
import { vocabularyOf } from './vocabulary-of.ts'

const definition = (id: string, type: string, source: string) => ({
  stepDefinition: { id, pattern: { type, source }, sourceReference: {} },
})
const use = (pickleStepId: string, ...stepDefinitionIds: readonly string[]) => ({
  testCase: { id: 't', pickleId: 'p', testSteps: [{ id: 's', pickleStepId, stepDefinitionIds }] },
})

describe('the sentences that a run knows', () => {
  it('are its expressions, each with its first use, and the types of their parameters', () => {
    const { sentences, types } = vocabularyOf([
      { parameterType: { name: 'table', regularExpressions: ['"(\\w+)"'] } },
      definition('1', 'CUCUMBER_EXPRESSION', 'the table {table}'),
      definition('2', 'REGULAR_EXPRESSION', '^twice$'),
      definition('3', 'CUCUMBER_EXPRESSION', 'nobody says this'),
      {
        pickle: {
          steps: [
            { id: 'a', text: 'the table "a"' },
            { id: 'b', text: 'the table "b"' },
          ],
        },
      },
      { testCase: { id: 't', pickleId: 'p', testSteps: [{ id: 'h', hookId: 'before' }] } },
      use('b', '1'),
      use('a', '1'),
    ] as unknown as readonly Envelope[])
    expect(sentences).to.deep.equal([
      { expression: 'the table {table}', example: 'the table "b"' },
      { expression: 'nobody says this', example: undefined },
    ])
    expect(types.get('table')).to.deep.equal(['"(\\w+)"'])
    expect([...types.keys()]).to.include.members(['string', 'word', 'int', 'float'])
  })
})
