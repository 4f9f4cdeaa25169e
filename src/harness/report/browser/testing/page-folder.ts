import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A temporary folder of pages that a browser can open. */
export interface PageFolder extends AsyncDisposable {
  /** Saves a page. @returns its address, `file://…`. */
  save(name: string, html: string): Promise<string>
}

export async function openPageFolder(): Promise<PageFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-pages-'))
  return {
    async save(name, html) {
      const file = join(folder, `${name}.html`)
      await writeFile(file, html)
      return pathToFileURL(file).href
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}
