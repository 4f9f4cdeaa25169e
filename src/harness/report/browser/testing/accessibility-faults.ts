import axe from 'axe-core'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe-core finds on a page as it looks now: WCAG 2.1 and 2.2, A and AA, and its best practices, or of them what
 * colours can break. One line for each element. Details are looked into where they are open.
 */
export async function accessibilityFaults(
  page: Page,
  extent: 'everything' | 'colours' = 'everything',
): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const runOnly =
    extent === 'colours'
      ? { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] }
      : { type: 'tag' as const, values: TAGS }
  return page.evaluate(async (rules) => {
    const { axe: audit } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await audit.run(document, { runOnly: rules, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        `${id}: ${target.join(' ')}: ${failureSummary}`.replaceAll(/\s+/g, ' '),
      ),
    )
  }, runOnly)
}
