import type { Page } from 'playwright-core'

/** Lengths in CSS pixels from the upper edge of the page, times in milliseconds. */
export interface PageMeasures {
  /** What the first heading says, where its first word ends and where all of it does. */
  readonly heading: { readonly text: string; readonly word: number; readonly bottom: number }
  /** By how much the page is wider than its window. */
  readonly overflow: number
  /** From the request to the end of the load event, and on until everything has its place. */
  readonly opened: number
}

export async function measurePage(page: Page): Promise<PageMeasures> {
  return page.evaluate(() => {
    const before = performance.now()
    const root = document.documentElement
    const overflow = root.scrollWidth - root.clientWidth
    const layout = performance.now() - before
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const heading = document.querySelector('h1') ?? document.body
    const word = document.createRange()
    word.selectNodeContents(document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode() ?? heading)
    return {
      heading: {
        text: heading.innerText,
        word: scrollY + word.getBoundingClientRect().bottom,
        bottom: scrollY + heading.getBoundingClientRect().bottom,
      },
      overflow,
      opened: (navigation?.loadEventEnd ?? 0) + layout,
    }
  })
}
