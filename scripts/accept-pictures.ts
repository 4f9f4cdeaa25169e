/**
 * Takes the pictures of the page anew and keeps them as the accepted ones. Accepting is a person's act: look at the
 * pictures that this changes in the work tree before you commit them. Those that look the same stay as they were.
 */
import { startChromium } from '../src/harness/report/browser/testing/chromium.ts'
import { comparePictures } from '../src/harness/report/browser/testing/compare-pictures.ts'
import { fontsInUse } from '../src/harness/report/browser/testing/fonts-in-use.ts'
import { goldenNames, keepGolden, readGolden } from '../src/harness/report/browser/testing/golden-pictures.ts'
import { takePictures } from '../src/harness/report/browser/testing/pictures.ts'

const browser = await startChromium()
const fonts = await fontsInUse(browser)
const taken = await takePictures(browser)
const chromium = browser.version()
await browser.close()

const known = await goldenNames()
const kept = new Map<string, Buffer>()
for (const [name, picture] of taken) {
  const golden = known.includes(name) ? await readGolden(name) : undefined
  const { share, size } = golden ? comparePictures(golden, picture) : { share: 1, size: 0 }
  const isSame = golden !== undefined && share === 0 && size === 0
  kept.set(name, isSame ? golden : picture)
  console.log(`${name}.png: ${isSame ? 'as it was' : `${(share * 100).toFixed(2)} % of the pixels are new`}`)
}
for (const name of known.filter((one) => !taken.has(one))) console.log(`${name}.png: gone`)
await keepGolden(kept, { chromium, fonts })
console.log(`fixtures/golden/page/, of Chromium ${chromium} with ${fonts.join(', ')}`)
