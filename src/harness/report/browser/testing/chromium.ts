import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const EXECUTABLE = process.env.STAGEGATE_CHROMIUM ?? '/usr/bin/chromium'

/** For a test's options: it is skipped, with the reason, where there is no Chromium. */
export const needsChromium = {
  skip: existsSync(EXECUTABLE)
    ? false
    : `needs Chromium: .ci/browser.sh installs it, or name one in STAGEGATE_CHROMIUM (${EXECUTABLE} is not there)`,
}

/** Starts Chromium so that it draws the same on every machine that has the same fonts. */
export async function startChromium(): Promise<Browser> {
  // Chromium's sandbox refuses to start for root.
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb'],
    ],
  })
}
