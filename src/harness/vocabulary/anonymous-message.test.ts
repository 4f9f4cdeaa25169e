import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { anonymousMessage } from './anonymous-message.ts'
import { StagegateError } from './stagegate-error.ts'

describe('anonymousMessage', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a value in double quotes', 'there is no member "Bob"; go on', 'there is no member …; go on'],
    ['several values', 'first: "Bob" (id 1), "Ann" (no id).', 'first: … (no id).'],
    ['single quotes', "expected 'Bob' to equal 'bob'", 'expected …'],
    ['a quote within', 'first: "Jo"hn" (id 1), "Ann" (id 2).', 'first: …'],
    ['backticks and curly quotes', 'is `Bob` or “Ann” or «Ann».', 'is ….'],
    ['lists and objects', 'expected { Bob: 1, Ann: [ 2 ] } to be empty', 'expected … to be empty'],
    [
      'values of a key',
      'Key (username, at)=(Bob (old), 3) already exists.',
      'Key (username, at)=(…) already exists.',
    ],
    [
      'whom somebody was asked about',
      'Wise Old Man answered /players/jo%20hn/gained with 404',
      'Wise Old Man answered /players/… with 404',
    ],
    [
      'an apostrophe that is none',
      "the engine's words, TypeORM’s: 'Bob'",
      "the engine's words, TypeORM’s: …",
    ],
    ['a value that was cut', 'expected "Bob and Ann', 'expected …'],
    ['a value that was cut behind another', "is `Bob`, and 'Ann was cut", 'is …'],
    ['a key that was cut', 'Key (username)=(Bob and', 'Key (username)=(…'],
    [
      'nothing to leave out',
      'UNIQUE constraint failed: clan_members.username',
      'UNIQUE constraint failed: clan_members.username',
    ],
    ['a value over several lines', 'is "Bob\nAnn\nand" so\nit goes on', 'is …\n  …\nit goes on'],
    ['a literal over several lines', "is 'Bob\nAnn'; it\n  Next: go on", 'is …\n  …\n  Next: go on'],
    [
      'a witness over several lines',
      'a: 1 fault\n  row: is Bob\nAnn\n  Next: go on',
      'a: 1 fault\n  …\n  Next: go on',
    ],
    ['an object over several lines', 'is {\n Bob: 1\n}\nit goes on', 'is …\n  …\nit goes on'],
    [
      'witnesses',
      'users.id: 2 faults\n  Bob: is 3\n  Ann: is 4\n  Usual cause: none',
      'users.id: 2 faults\n  …\n  Usual cause: none',
    ],
    [
      'what is compared, up to the frames',
      'Error: no\n    + expected - actual\n\n    -Bob\n    +Ann\n\n    at Context.step (file:///x/y.ts:1:2)',
      'Error: no\n  …\n    at Context.step (file:///x/y.ts:1:2)',
    ],
  ]
  for (const [what, text, anonymous] of cases) {
    it(`leaves out ${what}`, () => {
      expect(anonymousMessage(text)).to.equal(anonymous)
      expect(anonymousMessage(anonymous)).to.equal(anonymous)
    })
  }

  it('keeps the parts of an error, and where it came from', () => {
    const error = new StagegateError({
      what: 'It is "Bob".',
      where: 'table t',
      cause: 'none',
      next: 'Try "Ann".',
    })
    expect(anonymousMessage(error.message)).to.equal(
      'It is ….\n  Where: table t\n  Usual cause: none\n  Next: Try ….',
    )
    expect(anonymousMessage(error.stack ?? '')).to.match(/^\s+at .*anonymous-message\.test\.ts/m)
  })

  it('leaks no name that is quoted as this project quotes, whatever the name', () => {
    const SECRET = 'Xyzzy'
    const wild = fc.string({ unit: fc.constantFrom(...'ab"\'`{}[]()\\ ,\n;:=“’'), maxLength: 6 })
    const name = fc.tuple(wild, wild).map(([before, after]) => `${before}${SECRET}${after}`)
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const raw = names.map((each) => `"${each.replaceAll('\n', ' ')}" (id 1)`).join(', ')
        const json = names.map((each) => JSON.stringify(each)).join(' at ')
        for (const text of [
          `the first: ${raw}. Next`,
          `several: ${json} (2 rows)`,
          `Key (a)=(${names[0]?.replaceAll('\n', ' ')}) is`,
        ])
          expect(anonymousMessage(text)).not.to.contain(SECRET)
      }),
      { numRuns: 500 },
    )
  })
})
