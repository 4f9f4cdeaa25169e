import type { Page } from 'playwright-core'

/** What a page without scripts has no use for: it would load, run, send or frame something. */
const FOREIGN =
  'script, img, iframe, frame, object, embed, link, base, form, audio, video, source, image, foreignObject, animate, set'

/**
 * What is wrong with a page as the browser has built it: ids that are there twice, links and references that lead nowhere,
 * sections without anything in them, elements and attributes that data may have smuggled in. One line each.
 */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate((foreign) => {
    const all = Array.from(document.querySelectorAll('*'))
    const ids = all.map(({ id }) => id).filter((id) => id !== '')
    const links = Array.from(document.querySelectorAll('a')).map(
      (link) => link.getAttribute('href') ?? 'none',
    )
    const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details'].flatMap(
      (name) => all.flatMap((element) => element.getAttribute(name)?.split(/\s+/) ?? []),
    )
    return [
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id twice: ${id}`),
      ...links
        .filter((link) => link.startsWith('#') && !ids.includes(decodeURIComponent(link.slice(1))))
        .map((link) => `link to nowhere: ${link}`),
      ...links
        .filter((link) => /^(none$|\w+:|\/)/.test(link))
        .map((link) => `link out of the folder: ${link}`),
      ...references.filter((id) => !ids.includes(id)).map((id) => `reference to nowhere: ${id}`),
      ...Array.from(document.querySelectorAll('section, article, table, ul, ol, dl, details'))
        .filter((part) => {
          const rest = part.cloneNode(true) as Element
          for (const head of Array.from(rest.querySelectorAll('h1, h2, h3, h4, caption, thead, summary')))
            head.remove()
          return rest.textContent?.trim() === '' && rest.querySelector('svg') === null
        })
        .map((part) => `empty: ${part.tagName.toLowerCase()} ${part.textContent?.trim().slice(0, 60)}`),
      ...Array.from(document.querySelectorAll(foreign)).map(
        (element) => `foreign: ${element.tagName.toLowerCase()}`,
      ),
      ...all.flatMap((element) =>
        element
          .getAttributeNames()
          .filter((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
          .map((name) => `attribute: ${name} of ${element.tagName.toLowerCase()}`),
      ),
    ]
  }, FOREIGN)
}
