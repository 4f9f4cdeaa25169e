import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exampleLines } from './example-lines.ts'
import type { SentenceExample } from './sentence.ts'

function linesOf(example: Partial<SentenceExample> | null): readonly string[] {
  const plain = { uri: 'a', line: 1, text: 'it is', rows: [], docString: null, aboutHarness: false }
  const sentence = { keyword: 'Then', expression: 'it is', parameters: [], file: 'b' } as const
  return exampleLines({ ...sentence, example: example && { ...plain, ...example } })
}

describe('the lines of an example', () => {
  it('are the step, and nothing where there is none', () => {
    expect(linesOf({})).to.deep.equal(['Then it is'])
    expect(linesOf(null)).to.deep.equal([])
  })

  it('have the table, its cells as they are written', () => {
    const rows = [
      ['a', 'long'],
      ['b|c\\d', ''],
    ]
    expect(linesOf({ rows }).slice(1)).to.deep.equal(['  | a       | long |', '  | b\\|c\\\\d |      |'])
  })

  it('cut a long table, but not for one row', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, row) => [String(row)])
    expect(linesOf({ rows: rows(6) })).to.have.length(7)
    expect(linesOf({ rows: rows(7) }).slice(5)).to.deep.equal(['  | 4 |', '  # and 2 rows more'])
  })

  it('have the text below the step', () => {
    expect(linesOf({ docString: 'one\ntwo' }).slice(1)).to.deep.equal(['  """', '  one', '  two', '  """'])
  })
})
