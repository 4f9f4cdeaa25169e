import type { Page } from 'playwright-core'

/**
 * The lines of text that can be seen on a page as it looks now, each once.
 * @param without a selector of what is left out.
 */
export async function visibleLines(page: Page, without = ':not(*)'): Promise<ReadonlySet<string>> {
  const text = await page.evaluate((selector) => {
    const left = Array.from(document.querySelectorAll<HTMLElement>(selector))
    for (const element of left) element.style.setProperty('display', 'none', 'important')
    const { innerText } = document.body
    for (const element of left) element.style.removeProperty('display')
    return innerText
  }, without)
  return new Set(text.split('\n').map((line) => line.trim()))
}
