import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { hardUsernames } from '../testing/hard-usernames.ts'
import { activityWorkbook } from './activity-workbook.ts'
import { workbookText } from './workbook-text.ts'

const NOTHING = { days7: null, days30: null, days90: null, days365: null, total: null }

describe('workbookText', () => {
  it('leaves text alone that a cell can hold as it is', () => {
    for (const text of [
      '',
      'Ann',
      '=1',
      'two\nlines',
      'a\tb',
      '<&>"',
      'Élan',
      '🦀',
      '👩‍🚀',
      '_x',
      'a_xyz1_b',
    ]) {
      expect(workbookText(text)).to.equal(text)
    }
  })

  for (const [text, escaped] of [
    ['a\r\nb', 'a_x000D_\nb'],
    ['\0\u0085', '_x0000__x0085_'],
    ['_x0041_', '_x005F_x0041_'],
    ['_x005F_x0041_', '_x005F_x005F_x005F_x0041_'],
    ['x\ud800', 'x_xD800_'],
    ['x\udc00', 'x_xDC00_'],
    ['\ufffd\ufffe', '_xFFFD__xFFFE_'],
    ['\u{1fffe}', '_xD83F__xDFFE_'],
    ['constructor', '_x0063_onstructor'],
    ['__proto__', '_x005F__proto__'],
  ] as const) {
    it(`escapes ${JSON.stringify(text)}`, () => {
      expect(workbookText(text)).to.equal(escaped)
    })
  }

  it('cuts what is longer than a cell, before it escapes', () => {
    expect(workbookText('x'.repeat(32_768))).to.have.length(32_767)
    expect(workbookText('\r'.repeat(32_768))).to.have.length(7 * 32_767)
  })

  it('reads back, whatever the text is', async () => {
    const texts = fc.array(
      hardUsernames.texts.filter((text) => text !== ''),
      { minLength: 1, maxLength: 50 },
    )
    await fc.assert(
      fc.asyncProperty(texts, async (names) => {
        const rows = names.map((name) => ({
          ...{ name, rank: null, joinedAt: null },
          ...{ messages: NOTHING, experience: NOTHING, bossKills: NOTHING },
        }))
        const [sheet] = await readExcelFile(Buffer.from(await activityWorkbook(rows)), { trim: false })
        expect(sheet?.data.slice(1).map(([name]) => name)).to.deep.equal(names)
      }),
      { numRuns: 20 },
    )
  })
})
