import { describe, it } from 'node:test'
import { expect } from 'chai'
import { numberedParameters } from './numbered-parameters.ts'
import { parametersIn } from './parameters-in.ts'

const named = (sql: string) => parametersIn({ name: 'q', sql })

describe('parameters of PostgreSQL', () => {
  it('are what stands behind one colon', () => {
    expect(
      named(
        "SELECT a::text, :b, ':c', \":d\", $$ :e $$, $x$ :f $$ $x$, E'\\':g' FROM t -- :h\n WHERE x>=:i /* :j /* :k */ :l */ AND y = :b",
      ),
    ).to.deep.equal(['b', 'i'])
    expect(named('SELECT a[1:2], a[:low:3] FROM t')).to.deep.equal(['low'])
    expect(named("SELECT CAST(:since::text AS date), '::x'")).to.deep.equal(['since'])
  })

  it('have a number each, wherever they stand', () => {
    expect(numberedParameters("SELECT :b, :a, ':a' WHERE :b::text = $1")).to.deep.equal({
      ...{ sql: "SELECT $1, $2, ':a' WHERE $1::text = $1", count: 2 },
    })
    expect(numberedParameters('SELECT $3').count).to.equal(3)
  })

  for (const sql of ['SELECT ?', 'SELECT $1']) {
    it(`are not written ${sql.slice(7)}`, () => {
      expect(() => named(sql)).to.throw('not written like :since')
    })
  }

  it('are not looked for in what is no SQL', () => {
    expect(() => named("SELECT 'one FROM t")).to.throw('The query q is no SQL.')
  })
})
