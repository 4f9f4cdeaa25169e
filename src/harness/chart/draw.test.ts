import { describe, it } from 'node:test'
import { text, tickX } from '@observablehq/plot'
import { expect } from 'chai'
import { parseHTML } from 'linkedom'
import { draw } from './draw.ts'
import { standalone } from './standalone.ts'
import { ATTACK, expectHarmless } from './testing/expect-harmless.ts'

const name = { id: 'one', title: ATTACK, description: ATTACK }

describe('draw', () => {
  it('says in words what it shows, and escapes all of it', () => {
    const svg = draw(name, { marks: [text([{ at: 1, word: ATTACK }], { x: 'at', text: 'word' })] })
    expectHarmless(svg)
    const { document } = parseHTML(`<body>${svg}</body>`)
    const drawing = document.querySelector('svg')
    expect(drawing?.getAttribute('role')).to.equal('img')
    for (const [attribute, part] of [
      ['aria-labelledby', 'title'],
      ['aria-describedby', 'desc'],
    ] as const) {
      const named = document.getElementById(drawing?.getAttribute(attribute) ?? '')
      expect(named?.tagName.toLowerCase()).to.equal(part)
      expect(named?.textContent).to.equal(ATTACK)
    }
    expect(drawing?.querySelector('g text')?.textContent).to.equal(ATTACK)
  })

  it('joins lines of one look to one path, each place once, to a tenth of a pixel', () => {
    const samples = [1, 1, 2 / 3, 1.5].map((time) => ({ time }))
    const svg = draw(name, { width: 640, marks: [tickX(samples, { x: 'time', stroke: 'red' })] })
    expect(svg).not.to.contain('<line')
    expect(svg.match(/M/g)).to.have.length(3)
    expect(svg).not.to.match(/\d\.\d{2,}/)
  })

  it('keeps lines apart that do not look alike', () => {
    const svg = draw(name, { marks: [tickX([1, 2], { stroke: (_, index) => ['red', 'blue'][index] })] })
    expect(svg.match(/<line/g)).to.have.length(2)
  })

  it('stands alone with its name space, on a ground', () => {
    const svg = draw(name, { marks: [] })
    expect(svg).not.to.contain('xmlns')
    expect(standalone(svg)).to.match(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" .*<\/desc><rect /s)
  })
})
