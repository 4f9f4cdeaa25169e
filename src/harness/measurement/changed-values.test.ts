import { describe, it } from 'node:test'
import { expect } from 'chai'
import { changedValues } from './changed-values.ts'

const row = (key: string, value: string) => ({ key: [key], values: [value] })
const before = [row('1', "'a'"), row('2', 'NULL'), row('1318672905128575079', "'c'")]

describe('changedValues', () => {
  it('names the row, the value now and the value before', () => {
    const after = [row('1', "'a'"), row('2', "''"), row('1318672905128575079', "'c'")]
    expect(changedValues('discord_messages', 'content', before, after)).to.deep.equal([
      { where: 'discord_messages #2', what: "content is ''; it was NULL" },
    ])
  })

  it('names rows that are gone and rows that are new', () => {
    expect(changedValues('t', 'c', before, [row('1', "'a'"), row('2', 'NULL'), row('7', '1')])).to.deep.equal(
      [
        { where: 't #1318672905128575079', what: 'the row is gone' },
        { where: 't #7', what: 'the row is new' },
      ],
    )
  })

  it('cuts long values', () => {
    const [witness] = changedValues('t', 'c', [row('1', `'${'x'.repeat(500)}'`)], [row('1', "''")])
    expect(witness?.what).to.match(/^c is ''; it was 'x{59}…$/)
  })

  it('says nothing of rows that are the same', () => {
    expect(changedValues('t', 'c', before, before)).to.deep.equal([])
  })
})
