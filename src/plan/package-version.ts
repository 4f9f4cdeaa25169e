import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The version that the package in a folder states. */
export async function packageVersion(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
  const { version } = JSON.parse(text) as { readonly version?: string }
  return version ?? 'unknown'
}

/** A package's folder. Found by its main file, because packages need not export their package.json. */
export function packageFolder(name: string): string {
  const main = createRequire(import.meta.url).resolve(name)
  const marker = join('node_modules', name)
  return main.includes(marker) ? main.slice(0, main.lastIndexOf(marker) + marker.length) : dirname(main)
}
