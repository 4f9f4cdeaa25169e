import { describe, it } from 'node:test'
import { expect } from 'chai'
import { nameCell } from './name-cell.ts'

describe('nameCell', () => {
  for (const [cell, name] of [
    ['John', 'John'],
    ['Élan 李', 'Élan 李'],
    ['Jo\\u00A0hn\\ufeff', 'Jo\u00a0hn\ufeff'],
    ['\\u{1F980}\\t\\u{a0}', '\u{1f980}\t\u00a0'],
    ['\\uD83E\\uDD80 \\uD800', '\u{1f980} \ud800'],
    ['u00A0', 'u00A0'],
    ['(nothing)', null],
    ['(empty)', ''],
    ['(the number 42)', 42],
    ['(a list)', ['John']],
    ['(an object)', { name: 'John' }],
    ['(yes)', true],
    ['(255 times a)', 'a'.repeat(255)],
    ['(2 times 🦀)', '🦀🦀'],
    ['Bob (2)', 'Bob (2)'],
  ] as const) {
    it(`reads ${cell}`, () => {
      expect(nameCell(cell)).to.deep.equal(name)
    })
  }

  for (const cell of [
    undefined,
    '',
    '()',
    '(noting)',
    '(toString)',
    '(255 times ab)',
    '(9999 times a)',
    'a\\x',
    'a\\u00A',
    'a\\u{110000}',
    'a\\',
  ]) {
    it(`refuses ${JSON.stringify(cell)}`, () => {
      expect(() => nameCell(cell)).to.throw(RangeError)
    })
  }
})
