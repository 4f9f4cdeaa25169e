import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { accessibilityFaults } from './testing/accessibility-faults.ts'
import { needsChromium, startChromium } from './testing/chromium.ts'
import { FAULTY_PAGE } from './testing/faulty-page.ts'
import { HOSTILE } from './testing/hostile-document.ts'
import { pageFaults } from './testing/page-faults.ts'
import { openPageFolder, type PageFolder } from './testing/page-folder.ts'
import { measurePage } from './testing/page-measures.ts'
import { SAMPLE_PAGES, type SamplePage, samplePage } from './testing/sample-pages.ts'
import { serveStrictly } from './testing/strict-server.ts'
import { tabStops } from './testing/tab-stops.ts'
import { visibleLines } from './testing/visible-lines.ts'
import { openWatched } from './testing/watched-page.ts'

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 390, height: 844 }
/** As narrow as a page may get before it may scroll sideways, by WCAG 1.4.10. */
const NARROWEST = { width: 320, height: 844 }
const LARGEST = 2_000_000
/** What leads to something on a screen, and nowhere on paper. */
const WAYS = 'nav, summary, body > a'
/** An A4 page between Chromium's own margins, in CSS pixels. */
const PAPER = { width: 718, height: 1047 }

describe('the page in a browser', needsChromium, () => {
  const address: Record<string, string> = {}
  let browser: Browser
  let folder: PageFolder
  const open = (name: SamplePage | 'faulty', options: BrowserContextOptions = {}) =>
    openWatched(browser, address[name] ?? '', options)

  before(async () => {
    browser = await startChromium()
    folder = await openPageFolder()
    for (const name of SAMPLE_PAGES) address[name] = await folder.save(name, samplePage(name))
    address.faulty = await folder.save('faulty', FAULTY_PAGE)
  })
  after(async () => {
    await browser.close()
    await folder[Symbol.asyncDispose]()
  })

  for (const name of SAMPLE_PAGES) {
    it(`${name}: asks for nothing, says nothing, has nothing foreign, and every link leads somewhere`, async () => {
      await using opened = await open(name)
      expect(await pageFaults(opened.page)).to.deep.equal([])
      expect(opened.troubles).to.deep.equal([])
    })

    it(`${name}: passes axe, light and dark, wide and narrow`, async () => {
      await using opened = await open(name, { bypassCSP: true })
      await openDetails(opened.page)
      const light = await accessibilityFaults(opened.page)
      // Two hundred scenarios take long, and have nothing that the other pages have not.
      if (name === 'large') {
        expect(light).to.deep.equal([])
        return
      }
      await opened.page.emulateMedia({ colorScheme: 'dark' })
      const dark = await accessibilityFaults(opened.page, 'colours')
      await opened.page.setViewportSize(NARROW)
      const narrow = await accessibilityFaults(opened.page)
      expect({ light, dark, narrow }).to.deep.equal({ light: [], dark: [], narrow: [] })
    })

    it(`${name}: says its verdict before anybody scrolls, and never scrolls sideways`, async () => {
      await using opened = await open(name)
      const wide = await measurePage(opened.page)
      expect(wide.heading.text).to.match(/^(GO|NO-GO|UNPROVEN)/)
      if (name !== 'hostile') expect(wide.heading.bottom).to.be.within(1, WIDE.height)
      await openDetails(opened.page)
      for (const size of [NARROW, NARROWEST]) {
        await opened.page.setViewportSize(size)
        const { heading, overflow } = await measurePage(opened.page)
        expect(heading.word).to.be.within(1, size.height)
        expect(overflow, `${size.width} px`).to.equal(0)
      }
    })

    it(`${name}: says on paper and without scripts what it says on the screen`, async () => {
      await using opened = await open(name)
      await using plain = await open(name, { javaScriptEnabled: false })
      expect(await visibleLines(plain.page)).to.deep.equal(await visibleLines(opened.page))
      const lines = await visibleLines(opened.page, WAYS)
      await opened.page.emulateMedia({ media: 'print' })
      const printed = await visibleLines(opened.page)
      expect([...lines].filter((line) => !printed.has(line))).to.deep.equal([])
    })

    it(`${name}: prints on as many sheets as its length asks for`, async () => {
      await using opened = await open(name)
      const sheets = (await opened.page.pdf({ format: 'A4' }))
        .toString('latin1')
        .match(/\/Type \/Page\b(?!s)/g)
      await opened.page.emulateMedia({ media: 'print' })
      await opened.page.setViewportSize(PAPER)
      const height = await opened.page.evaluate(() => document.documentElement.scrollHeight)
      expect(sheets?.length).to.be.within(1, Math.ceil((1.5 * height) / PAPER.height))
    })
  }

  for (const name of ['no-go', 'engines', 'hostile'] as const) {
    it(`${name}: looks the same where a server allows nothing but its style sheet`, async () => {
      await using server = await serveStrictly(samplePage(name))
      await using served = await openWatched(browser, server.address)
      await using opened = await open(name)
      expect((await served.page.screenshot()).equals(await opened.page.screenshot())).to.equal(true)
      expect(served.troubles).to.deep.equal([])
    })
  }

  it('lets nothing run and nothing out by its own policy, even if markup of the data were not escaped', async () => {
    const broken = samplePage('go').replace('</main>', `${HOSTILE}<p style="color: red">late</p></main>`)
    await using opened = await openWatched(browser, await folder.save('broken', broken))
    for (const what of [/inline script/, /inline event handler/, /inline style/, /Loading the image/])
      expect(opened.troubles.filter((trouble) => what.test(trouble))).to.not.have.length(0)
    for (const trouble of opened.troubles)
      expect(trouble).to.match(/^console error: .*Content Security Policy/)
  })

  it('is gone through by keyboard, the way past the head first, and the focus is seen', async () => {
    await using opened = await open('no-go')
    await openDetails(opened.page)
    const { reached, count, unseen } = await tabStops(opened.page)
    expect(reached).to.deep.equal(Array.from({ length: count }, (_, index) => index))
    expect(unseen).to.deep.equal([])
    expect(await opened.page.locator('[data-stop="0"]').getAttribute('href')).to.equal('#gates')
  })

  it('shows markup in the data as text', async () => {
    await using opened = await open('hostile')
    await openDetails(opened.page)
    const shown = await opened.page.evaluate(() => document.body.innerText)
    expect(shown.split(HOSTILE).length).to.be.greaterThan(100)
    expect(opened.troubles).to.deep.equal([])
  })

  it('stays small and opens at once with two hundred scenarios', async (t) => {
    const bytes = Buffer.byteLength(samplePage('large'))
    expect(bytes).to.be.below(LARGEST)
    const times: number[] = []
    for (const _ of [1, 2, 3]) {
      await using opened = await open('large')
      times.push((await measurePage(opened.page)).opened)
    }
    t.diagnostic(`${bytes} bytes, open in ${Math.min(...times).toFixed(0)} ms`)
    expect(Math.min(...times)).to.be.below(2000)
  })

  it('finds every fault of a faulty page', async () => {
    await using opened = await open('faulty', { bypassCSP: true })
    const { page, troubles } = opened
    const kinds = (lines: readonly string[]) => [...new Set(lines.map((line) => line.replace(/:.*/s, '')))]
    expect(kinds(troubles)).to.have.members([
      'request',
      'console error',
      'console warning',
      'dialog',
      'error',
    ])
    expect(kinds(await pageFaults(page))).to.have.members([
      ...[
        'id twice',
        'link to nowhere',
        'link out of the folder',
        'reference to nowhere',
        'empty',
        'foreign',
      ],
      'attribute',
    ])
    expect(kinds(await accessibilityFaults(page))).to.include.members(['color-contrast', 'landmark-one-main'])
    expect(await accessibilityFaults(page, 'colours')).to.have.length(1)
    const { heading, overflow } = await measurePage(page)
    expect(overflow).to.be.greaterThan(1000)
    expect(heading.bottom).to.be.greaterThan(WIDE.height)
    const { reached, unseen } = await tabStops(page)
    expect(reached).to.not.include(2)
    expect(unseen).to.include('a Nowhere')
  })
})

async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of Array.from(document.querySelectorAll('details'))) details.open = true
  })
}
