import { describe, it } from 'node:test'
import { expect } from 'chai'
import { withinLimit } from './within-limit.ts'

const rows = Array.from({ length: 100 }, (_, at) => `| ${at} | ${'ü'.repeat(20)} |\n`)

describe('withinLimit', () => {
  it('leaves alone what fits, to the last sign', () => {
    const whole = rows.join('')
    expect(withinLimit(rows, { most: whole.length, unit: 'characters' })).to.equal(whole)
    expect(withinLimit(rows, { most: Buffer.byteLength(whole), unit: 'bytes' })).to.equal(whole)
  })

  it('cuts between blocks, and says how much was left out and where it is', () => {
    const text = withinLimit(rows, { most: 1000, unit: 'characters' })
    expect(text.length).to.be.at.most(1000)
    const shown = text.match(/^\| .*\|$/gm) ?? []
    expect(shown).to.deep.equal(rows.slice(0, shown.length).map((row) => row.trimEnd()))
    const rest = rows.slice(shown.length).join('').length
    expect(text).to.match(
      new RegExp(
        `\\|\\n\\n_Cut here: ${100 - shown.length} of 100 parts \\(${rest.toLocaleString('en')} characters\\) are left out\\. All of it is in \`index\\.html\` and \`run\\.json\` of this run\\._\\n$`,
      ),
    )
  })

  it('counts bytes where bytes are what is limited', () => {
    const text = withinLimit(rows, { most: 1000, unit: 'bytes' })
    expect(Buffer.byteLength(text)).to.be.at.most(1000)
    expect(text.length).to.be.below(withinLimit(rows, { most: 1000, unit: 'characters' }).length)
  })

  it('shows none of a block that is too large by itself', () => {
    expect(withinLimit(['x'.repeat(300), 'y'], { most: 250, unit: 'characters' })).to.match(
      /^\n_Cut here: 2 of 2 parts \(301 characters\)/,
    )
  })
})
