import { describe, it } from 'node:test'
import { expect } from 'chai'
import { numberPlaceholders } from './placeholders.ts'

describe('numberPlaceholders', () => {
  for (const [what, sql, numbered] of [
    ['in their order', 'SELECT ?, a FROM t WHERE b = ? AND c=?', 'SELECT $1, a FROM t WHERE b = $2 AND c=$3'],
    ['side by side', 'VALUES (?,?),(?, ?)', 'VALUES ($1,$2),($3, $4)'],
    ['beside a cast', 'SELECT ?::bigint', 'SELECT $1::bigint'],
    ['without any', 'SELECT 1', 'SELECT 1'],
    ['beside a literal', `SELECT 'why?', ?`, `SELECT 'why?', $1`],
    ['beside a literal with a quote in it', `SELECT 'it''s ?', ?`, `SELECT 'it''s ?', $1`],
    ['beside a literal that ends in a backslash', `SELECT '\\', ?, '?'`, `SELECT '\\', $1, '?'`],
    ['beside a literal with escapes', `SELECT E'\\'?', ?, e'\\\\', ?`, `SELECT E'\\'?', $1, e'\\\\', $2`],
    ['behind a word that ends in e', `SELECT DATE'\\', ?`, `SELECT DATE'\\', $1`],
    ['beside a quoted name', 'SELECT "a?", "b""?", ?', 'SELECT "a?", "b""?", $1'],
    ['beside a comment to the end of the line', 'SELECT 1 -- why?\n, ?', 'SELECT 1 -- why?\n, $1'],
    ['beside a comment', "SELECT /* it's ? */ ?", "SELECT /* it's ? */ $1"],
    ['beside a comment in a comment', 'SELECT /* /* ? */ ? */ ?', 'SELECT /* /* ? */ ? */ $1'],
    ['beside text between dollars', "SELECT $$it's ?$$, ?", "SELECT $$it's ?$$, $1"],
    ['beside text between tags', 'SELECT $a$ ? $b$ ? $a$, ?', 'SELECT $a$ ? $b$ ? $a$, $1'],
    ['beside a name with dollars', 'SELECT a$b$ , ? , c$b$', 'SELECT a$b$ , $1 , c$b$'],
    ['beside a minus and a division', 'SELECT 1 - ? / ?', 'SELECT 1 - $1 / $2'],
    ['beside what has no end', "SELECT ?, '?", "SELECT $1, '?"],
    ['beside a comment without an end', 'SELECT ? /* ?', 'SELECT $1 /* ?'],
  ] as const) {
    it(`numbers placeholders ${what}`, () => {
      expect(numberPlaceholders(sql)).to.equal(numbered)
    })
  }
})
