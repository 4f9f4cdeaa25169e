import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { needsChromium, startChromium } from './testing/chromium.ts'
import { comparePictures } from './testing/compare-pictures.ts'
import { fontsInUse } from './testing/fonts-in-use.ts'
import { goldenNames, readGolden, readMadeWith, showFailure } from './testing/golden-pictures.ts'
import { PICTURES, takePictures } from './testing/pictures.ts'

/** Of the pixels of a picture, how many may differ: none do where nothing changed, and another Chromium moves a few. */
const MOST = 0.001
/** By how many pixels a picture may be larger or smaller. */
const MOST_SIZE = 2

describe('pictures of the page', needsChromium, () => {
  let browser: Browser
  let why: string | undefined
  let pictures: ReadonlyMap<string, Buffer>
  before(async () => {
    browser = await startChromium()
    pictures = await takePictures(browser)
    const madeWith = await readMadeWith()
    const fonts = await fontsInUse(browser)
    if (fonts.join() !== madeWith.fonts.join()) {
      why = `needs Chromium with ${madeWith.fonts.join(', ')}, of which the pictures were made: .ci/browser.sh installs them; here it draws with ${fonts.join(', ')}`
    }
  })
  after(() => browser.close())

  for (const name of PICTURES) {
    it(`${name} is what was accepted`, async (t) => {
      if (why !== undefined) return t.skip(why)
      const picture = pictures.get(name) ?? Buffer.alloc(0)
      const golden = await readGolden(name)
      const { share, size, picture: difference } = comparePictures(golden, picture)
      t.diagnostic(`${(share * 100).toFixed(3)} % of the pixels differ`)
      if (share <= MOST && size <= MOST_SIZE) return
      const folder = await showFailure(name, { accepted: golden, actual: picture, difference })
      const { chromium } = await readMadeWith()
      expect.fail(
        `${(share * 100).toFixed(3)} % of the pixels of ${name} differ (at most ${MOST * 100} % may), its size by ${size} px (at most ${MOST_SIZE} may). See ${folder}/${name}.*.png. The accepted picture is of Chromium ${chromium}, this one of ${browser.version()}. If the page is meant to look like this: npm run goldens:accept`,
      )
    })
  }

  it('are all compared', async () => {
    expect(await goldenNames()).to.have.members(PICTURES)
  })

  it('show a colour that was changed, and rules that are gone', async (t) => {
    const name = 'engines-light'
    const taken = async (styled?: (html: string) => string) =>
      (await takePictures(browser, [name], styled)).get(name) ?? Buffer.alloc(0)
    const before = await taken()
    const changes = {
      'another red': (html: string) => html.replaceAll('--no-go:', '--no-go: #c04a10; --was:'),
      'paler text': (html: string) => html.replaceAll('--soft:', '--soft: #8a8a8a; --was:'),
      'no rules of tables': (html: string) =>
        html.replaceAll(/(^|\n)(table|th, td|tr|thead th|caption)[^\n{]*\{[^}]*\}/g, ''),
    }
    expect(comparePictures(before, await taken()).share).to.equal(0)
    for (const [change, styled] of Object.entries(changes)) {
      const { share } = comparePictures(before, await taken(unguarded(styled)))
      t.diagnostic(`${change}: ${(share * 100).toFixed(2)} % of the pixels differ`)
      expect(share, change).to.be.greaterThan(MOST)
    }
  })
})

/** Without the policy, by which a changed style sheet is none. */
function unguarded(styled: (html: string) => string): (html: string) => string {
  return (html) => styled(html).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
}
