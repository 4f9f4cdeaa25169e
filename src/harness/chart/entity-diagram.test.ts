import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parseHTML } from 'linkedom'
import { type Entities, type EntityColumn, entityDiagram } from './entity-diagram.tsx'

const ATTACK = `"><img src=x onerror=alert(1)> {|} <b>' & \\N`
const NAME = { id: 'schema-1', title: 'The schema', description: 'Two tables' }

const column = (name: string, changes: Partial<EntityColumn> = {}): EntityColumn => ({
  name,
  type: 'INTEGER',
  isKey: false,
  refers: false,
  standing: 'same',
  ...changes,
})

const SCHEMA: Entities = {
  entities: [
    {
      name: 'wom_snapshots',
      standing: 'changed',
      columns: [column('id', { isKey: true }), column('user_id', { refers: true, standing: 'new' })],
    },
    { name: 'clan_members', standing: 'same', columns: [column('id', { isKey: true })] },
    { name: 'skill_snapshots', standing: 'gone', columns: [column('xp', { standing: 'gone' })] },
  ],
  references: [
    {
      from: { entity: 0, row: 1 },
      to: { entity: 1, row: 0 },
      action: 'on delete SET NULL',
      standing: 'new',
    },
  ],
}

const attacked: Entities = {
  entities: [
    {
      name: ATTACK,
      standing: 'new',
      columns: [column(ATTACK, { type: ATTACK }), column(ATTACK.repeat(9))],
    },
  ],
  references: [{ from: { entity: 0, row: 0 }, to: { entity: 0, row: 1 }, action: ATTACK, standing: 'gone' }],
}

function drawing(entities: Entities): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${entityDiagram(NAME, entities)}</body></html>`)
  const svg = document.querySelector('svg')
  if (!svg) throw new Error('there is no drawing')
  return svg
}

const texts = (within: Element, selector: string) =>
  Array.from(within.querySelectorAll(selector), ({ textContent }) => textContent)

describe('entityDiagram', () => {
  it('shows tables, columns with keys and types, and references with their actions', () => {
    const svg = drawing(SCHEMA)
    expect(texts(svg, '.entity > .name')).to.deep.equal([
      '~ wom_snapshots',
      '  clan_members',
      '− skill_snapshots',
    ])
    const userId = svg.querySelectorAll('.column')[1]
    expect(userId?.getAttribute('class')).to.equal('column new')
    expect(userId ? texts(userId, 'text') : []).to.deep.equal(['+', 'FK', 'user_id', 'INTEGER'])
    expect(texts(svg, '.reference.new text')).to.deep.equal(['+ on delete SET NULL'])
    expect(svg.querySelectorAll('.entity.gone .column.gone')).to.have.length(1)
  })

  it('says in words what it is', () => {
    const svg = drawing(SCHEMA)
    expect([svg.getAttribute('role'), svg.getAttribute('aria-labelledby')]).to.deep.equal([
      'img',
      'schema-1-title',
    ])
    expect(texts(svg, '#schema-1-title, #schema-1-description')).to.deep.equal(['The schema', 'Two tables'])
  })

  it('shows whatever a database calls its tables as text', () => {
    const svg = drawing(attacked)
    expect(svg.querySelectorAll('img, b')).to.have.length(0)
    expect(texts(svg, '.entity > .name')[0]).to.equal(
      `+ ${ATTACK.slice(0, 39)}${ATTACK.length > 40 ? '…' : ATTACK.slice(39)}`,
    )
    expect(texts(svg, '.column .name')[1]).to.have.length(40)
    expect(texts(svg, '.reference text')).to.deep.equal([`− ${ATTACK}`])
  })

  it('has no style of its own and loads nothing', () => {
    expect(entityDiagram(NAME, attacked).replaceAll(/>[^<]*</g, '><')).not.to.match(
      /style|href|url\(|\son[a-z]+=|fill=|stroke=/,
    )
  })

  it('draws the same for the same', () => {
    expect(entityDiagram(NAME, SCHEMA)).to.equal(entityDiagram(NAME, SCHEMA))
  })
})
