import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** An open page that writes down what a page without scripts and without a network never does. */
export interface WatchedPage extends AsyncDisposable {
  readonly page: Page
  /** Messages on the console, errors, dialogs, windows, and requests for anything but the page itself; one line each. */
  readonly troubles: readonly string[]
}

/** Opens an address in a context of its own, in which nothing but this address can be reached. */
export async function openWatched(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const troubles: string[] = []
  const page = await context.newPage()
  page.on('console', (message) => troubles.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('popup', (popup) => troubles.push(`window: ${popup.url()}`))
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  // What the page's own policy refuses does not come as far as this.
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (withoutHash(url) === address) return route.continue()
    troubles.push(`request: ${url}`)
    return route.abort()
  })
  await page.goto(address)
  return { page, troubles, [Symbol.asyncDispose]: () => context.close() }
}

function withoutHash(address: string): string {
  return address.replace(/#.*/s, '')
}
