import type { Page } from 'playwright-core'

/** Links and the like by their number in the page, as the keyboard reaches them. */
export interface TabStops {
  readonly reached: readonly number[]
  /** How many it ought to reach. */
  readonly count: number
  /** What does not show that it has the focus, by tag and text. */
  readonly unseen: readonly string[]
}

/** Scrolling boxes take the focus, too, and are not counted. */
const OTHERS = 100

/** Goes through a page with the tabulator key, from its beginning to its end. */
export async function tabStops(page: Page): Promise<TabStops> {
  const count = await page.evaluate(() => {
    const elements = Array.from(document.querySelectorAll('a[href], summary, [tabindex="0"]'))
    for (const [index, element] of elements.entries()) element.setAttribute('data-stop', String(index))
    return elements.length
  })
  const reached: number[] = []
  const unseen: string[] = []
  for (let presses = 0; reached.length < count && presses < count + OTHERS; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop.number !== null) reached.push(Number(stop.number))
    if (!stop.isSeen) unseen.push(stop.name)
  }
  return { reached, count, unseen }
}

async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const { top, bottom, width, height } = element.getBoundingClientRect()
    const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
    return {
      number: element.getAttribute('data-stop'),
      name: `${element.tagName.toLowerCase()} ${element.textContent?.slice(0, 60)}`,
      isSeen: hasOutline && width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    }
  })
}
