import type { Browser } from 'playwright-core'
import { openPageFolder } from './page-folder.ts'
import { type SamplePage, samplePage } from './sample-pages.ts'
import { openWatched } from './watched-page.ts'

interface Look {
  readonly page: SamplePage
  readonly width: number
  readonly colorScheme?: 'dark'
  readonly media?: 'print'
  /** The first window of it in full size; otherwise the whole page, smaller. */
  readonly isTop?: true
}

const WIDE = 1280
const NARROW = 390
/** Of a whole page: small enough to be kept in the repository, large enough to see what is meant. */
const SCALE = 1 / 3
/** A4 between Chromium's own margins. */
const PAPER = 718

/** What is kept of the page as pictures, by the name of the file. */
const LOOKS: Readonly<Record<string, Look>> = {
  'go-light': { page: 'go', width: WIDE, isTop: true },
  'no-go-dark': { page: 'no-go', width: WIDE, colorScheme: 'dark', isTop: true },
  'unproven-light': { page: 'unproven', width: WIDE, isTop: true },
  'narrowed-dark': { page: 'narrowed', width: WIDE, colorScheme: 'dark', isTop: true },
  'engines-light': { page: 'engines', width: WIDE, isTop: true },
  'database-narrow': { page: 'database', width: NARROW, isTop: true },
  'whole-light': { page: 'no-go', width: WIDE },
  'whole-dark': { page: 'no-go', width: WIDE, colorScheme: 'dark' },
  'whole-narrow': { page: 'no-go', width: NARROW },
  'whole-print': { page: 'no-go', width: PAPER, media: 'print' },
}

export const PICTURES: readonly string[] = Object.keys(LOOKS)

/** Takes these pictures, PNG. @param styled changes the HTML of a page before it is opened. */
export async function takePictures(
  browser: Browser,
  names: readonly string[] = PICTURES,
  styled: (html: string) => string = (html) => html,
): Promise<ReadonlyMap<string, Buffer>> {
  await using folder = await openPageFolder()
  const pictures = new Map<string, Buffer>()
  for (const name of names) {
    const look = LOOKS[name]
    if (look === undefined) throw new Error(`There is no picture ${name}`)
    const html = styled(samplePage(look.page))
    await using opened = await openWatched(browser, await folder.save(name, html), {
      viewport: { width: look.width, height: 800 },
      deviceScaleFactor: look.isTop ? 1 : SCALE,
      colorScheme: look.colorScheme ?? 'light',
    })
    await opened.page.emulateMedia({ media: look.media ?? 'screen' })
    pictures.set(name, await opened.page.screenshot({ fullPage: !look.isTop, animations: 'disabled' }))
  }
  return pictures
}
