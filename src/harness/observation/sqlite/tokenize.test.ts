import { test } from 'node:test'
import { expect } from 'chai'
import { tokenize } from './tokenize.ts'

const kinds = (sql: string) => tokenize(sql).map(({ kind, text }) => `${kind} ${text}`)
const values = (sql: string) => tokenize(sql).map(({ value }) => value)

test('names keep what stands between any kind of quotes', () => {
  expect(values('a "b""c" [d e] `f``g`')).to.deep.equal(['a', 'b"c', 'd e', 'f`g'])
  expect(kinds('a "b" [d] `f`')).to.deep.equal([
    'word a',
    'identifier "b"',
    'identifier [d]',
    'identifier `f`',
  ])
})

test('comments separate and are gone', () => {
  expect(values('a--b, "c\n/* d ( */e/**/f')).to.deep.equal(['a', 'e', 'f'])
  expect(values('a /* never closed')).to.deep.equal(['a'])
})

test('what looks like a comment or a quote in a literal is text', () => {
  expect(values("'it''s -- /* \"x' b")).to.deep.equal(['it\'s -- /* "x', 'b'])
})

test('literals, parameters and operators are told apart', () => {
  expect(kinds("x'0F' 0x1f 1.5e-3 .5 :name ?1 a||b->>c<>d")).to.deep.equal([
    "blob x'0F'",
    'number 0x1f',
    'number 1.5e-3',
    'number .5',
    'word :name',
    'word ?1',
    'word a',
    'symbol ||',
    'word b',
    'symbol ->>',
    'word c',
    'symbol <>',
    'word d',
  ])
})

test('a minus is not the beginning of a comment, two are', () => {
  expect(values('1 - 2 -- 3')).to.deep.equal(['1', '-', '2'])
})

test('a quote that is never closed is an error', () => {
  expect(() => tokenize("a 'b")).to.throw("Not SQL from here on: 'b")
})
