import type { Browser } from 'playwright-core'
import { BASE_STYLE } from '../../html/style/base-style.ts'
import { openPageFolder } from './page-folder.ts'
import { openWatched } from './watched-page.ts'

/** Text in each of the page's font stacks, and nothing that depends on the rest of its style sheet. */
const PROBE = `<!doctype html><meta charset="utf-8"><style>${BASE_STYLE}</style>
<p style="font-family: var(--serif)">Serif</p><p style="font-family: var(--sans)">Sans</p><p style="font-family: var(--mono)">Mono</p>`

/** The families that the page's font stacks come down to on this machine, sorted. */
export async function fontsInUse(browser: Browser): Promise<readonly string[]> {
  await using folder = await openPageFolder()
  await using opened = await openWatched(browser, await folder.save('fonts', PROBE))
  const session = await opened.page.context().newCDPSession(opened.page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' })
  const families = new Set<string>()
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName } of fonts) families.add(familyName)
  }
  return [...families].sort()
}
