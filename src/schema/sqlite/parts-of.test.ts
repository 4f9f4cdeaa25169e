import { describe, it } from 'node:test'
import { expect } from 'chai'
import { partsOf } from './parts-of.ts'

const TEXT = `CREATE TRIGGER t BEFORE UPDATE ON people WHEN new.id <> 1 BEGIN SELECT RAISE(ABORT, 'It''s so'); END`

describe('partsOf', () => {
  for (const [what, other] of [
    ['white space', TEXT.replaceAll(' ON', '\n\t ON').replace('(', ' ( ')],
    ['comments', TEXT.replace('WHEN', '-- it isn\'t "so"\nWHEN/* nor [so; */')],
    ['the case of words', TEXT.replace('CREATE TRIGGER', 'create Trigger').replace('new.id', 'NEW.ID')],
    ['quotes around names', TEXT.replace(' t ', ' "t" ').replace('people', '[people]').replace('id', '`id`')],
  ] as const) {
    it(`is the same in spite of ${what}`, () => {
      expect(other).not.to.equal(TEXT)
      expect(partsOf(other)).to.deep.equal(partsOf(TEXT))
    })
  }

  for (const [what, other] of [
    ['a literal', TEXT.replace('so', 'So')],
    ['white space in a literal', TEXT.replace('It', 'It ')],
    ['an operator', TEXT.replace('<>', '<')],
    ['a name', TEXT.replace('new.id', 'old.id')],
    ['a name outside ASCII', TEXT.replace('people', 'peoplé')],
    ['a quoted name', TEXT.replace('people', '"peo ple"')],
    ['a number', TEXT.replace('1', '-1')],
    ['a clause', TEXT.replace('UPDATE', 'UPDATE OF id')],
    ['a statement more', TEXT.replace('END', 'SELECT 1; END')],
    ['a name for a literal', TEXT.replace(`'It''s so'`, `"It's so"`)],
  ] as const) {
    it(`is another one for ${what}`, () => {
      expect(other).not.to.equal(TEXT)
      expect(partsOf(other)).not.to.deep.equal(partsOf(TEXT))
    })
  }
})
